import type { Day } from '../../core/dossier.ts';
import type { Language } from '../../core/language.ts';
import type { Sentences } from '../sentences.ts';

/** What may be wrong with a value of a request beyond its shape, with what the sentence says. */
export interface RequestFaults {
  readonly 'request.too-deep': { readonly levels: number };
  readonly 'request.invalid-characters': object;
  readonly 'request.no-register-day': { readonly from: Day };
  readonly 'request.period-reversed': { readonly from: Day; readonly to: Day };
  readonly 'request.period-too-long': { readonly from: Day; readonly to: Day; readonly days: number };
}

/** The code of such a fault. */
export type RequestFault = keyof RequestFaults;

/** Each fault as a sentence, by language. */
export const requestFaults: Readonly<Record<Language, Sentences<RequestFaults>>> = {
  it: {
    'request.too-deep': ({ levels }) => `serve: al massimo ${levels} livelli uno dentro l’altro`,
    'request.invalid-characters': () => 'serve: testi senza il carattere NUL e senza metà di caratteri',
    'request.no-register-day': ({ from }) => `«${from}» non è un giorno di un registro`,
    'request.period-reversed': ({ from, to }) => `«${from}» viene dopo «${to}», che è l’ultimo giorno del periodo`,
    'request.period-too-long': ({ from, to, days }) =>
      `dal «${from}» al «${to}» passano troppi giorni: il periodo è di ${days} giorni al massimo`,
  },
  en: {
    'request.too-deep': ({ levels }) => `expected: at most ${levels} levels inside one another`,
    'request.invalid-characters': () => 'expected: texts without the character NUL and without halves of characters',
    'request.no-register-day': ({ from }) => `“${from}” is not a day of a register`,
    'request.period-reversed': ({ from, to }) => `“${from}” comes after “${to}”, the last day of the period`,
    'request.period-too-long': ({ from, to, days }) =>
      `from “${from}” to “${to}” there are too many days: a period has ${days} days at most`,
  },
};

/** An issue of a request: where, which fault, and its sentence for who reads. */
export function requestIssue<Fault extends RequestFault>(
  path: string,
  { code, params }: { readonly code: Fault; readonly params: RequestFaults[Fault] },
  language: Language,
) {
  return { path, code, params: { ...params }, message: requestFaults[language][code](params) };
}
