import type { PartFindings } from '../../../findings/part.ts';
import type { At, FindingSentences } from '../finding-words.ts';

const kinds: Readonly<Record<PartFindings['part.name-twice']['kind'], string>> = {
  element: 'l’elemento',
  term: 'il termine',
  form: 'il modulo',
  letter: 'il testo',
};

const listed = (names: readonly string[]): string => names.join(', ') || 'nulla';

const calling = ({ elementId, part }: At & { readonly part: string }, what: string): string =>
  `L’attività ${elementId} richiama la parte «${part}»: ${what}.`;

/** What is found of parts and their calls, in Italian. */
export const italianPart: FindingSentences<PartFindings> = {
  'part.calls-itself': ({ part }) =>
    `La parte «${part}» richiama sé stessa, da sola o attraverso un’altra: non finirebbe mai.`,
  'part.error-uncaught': (told) =>
    calling(told, `può finire con «${told.label}» (${told.error}): serve un evento di errore sul bordo`),
  'part.input-missing': (told) => calling(told, `manca «${told.input}» (${told.label}), che nessuno le dà`),
  'part.input-unknown': (told) => calling(told, `le dà «${told.input}», che non prende; prende: ${listed(told.known)}`),
  'part.name-twice': ({ part, kind, name, first }) =>
    `La parte «${part}» ha ${kinds[kind]} «${name}», che c’è già ${first === undefined ? 'nel procedimento' : `nella parte «${first}»`}: serve un altro nome.`,
  'part.role-missing': (told) => calling(told, `le serve il ruolo «${told.role}», che nella scheda (roles) non c’è`),
  'part.term-missing': (told) =>
    calling(told, `le serve il termine «${told.term}» (${told.label}), che qui non c’è: prestaglielo con iter:lends`),
  'part.term-unknown': (told) =>
    calling(told, `le presta il termine «${told.term}», che non prende; prende: ${listed(told.known)}`),
};
