import { isDrawnMilestone, isOutcome, milestones, outcomes } from '../core/status.ts';
import { namesOf } from '../language/uses.ts';
import type { Finding } from '../findings/finding.ts';
import type { Parts } from './expressions.ts';
import { error, warning } from './findings.ts';

/**
 * What is wrong with the outcomes and milestones of a procedure: codes that neither everybody nor its card has, own
 * ones that take the code of everybody's, and their English.
 */
export const checkStatuses = (parts: Parts): readonly Finding[] => [
  ...unknownCodes(parts),
  ...(parts.interface === undefined ? [...takenCodes(parts), ...untranslated(parts)] : []),
];

function unknownCodes({ facts, dialect, service }: Parts): readonly Finding[] {
  const isKnown = { outcome: isOutcome, milestone: isDrawnMilestone };
  return (['outcome', 'milestone'] as const).flatMap((kind) =>
    namesOf(kind, facts, dialect).flatMap(({ elementId, attribute, value: code }) => {
      if (code.startsWith('=') || isKnown[kind](code, service)) return [];
      const what = kind === 'outcome' ? 'l’esito' : 'la tappa';
      const message = `iter:${kind} in ${elementId}: ${what} «${code}» non è fra quelli di tutti né nella scheda (${kind}s).`;
      return [{ ...error('procedure.bpmn', `${kind}.unknown`, message), elementId, attribute }];
    }),
  );
}

function takenCodes({ service }: Parts): readonly Finding[] {
  const common = { outcomes, milestones };
  return (['outcomes', 'milestones'] as const).flatMap((list) =>
    Object.keys(service[list] ?? {})
      .filter((own) => common[list].some(({ code }) => code === own))
      .map((own) => {
        const message = `Nella scheda ${list} ha «${own}», che è di tutti i procedimenti: serve un altro codice.`;
        return error('service.json', 'status.taken', message);
      }),
  );
}

function untranslated({ service }: Parts): readonly Finding[] {
  const english = service.translations?.en;
  if (english === undefined) return [];
  return (['outcomes', 'milestones'] as const).flatMap((list) => {
    const [codes, written] = [Object.keys(service[list] ?? {}), Object.keys(english[list] ?? {})];
    const told = (rule: string, code: string, says: string): Finding =>
      warning('service.json', rule, `translations.en.${list}.${code} ${says}`);
    return [
      ...codes
        .filter((code) => !written.includes(code))
        .map((code) => told('translation.missing', code, 'manca: chi legge in inglese lo vede in italiano.')),
      ...written
        .filter((code) => !codes.includes(code))
        .map((code) => told('translation.unknown', code, 'traduce qualcosa che non c’è.')),
    ];
  });
}
