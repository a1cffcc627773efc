import { isDrawnMilestone, isOutcome, milestones, outcomes } from '../core/status.ts';
import { namesOf } from '../language/uses.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { Parts } from './expressions.ts';
import { againstWritten } from './card-english.ts';

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
      return [{ ...errorIn('procedure.bpmn', `${kind}.unknown`, { code }), elementId, attribute }];
    }),
  );
}

function takenCodes({ service }: Parts): readonly Finding[] {
  const common = { outcomes, milestones };
  return (['outcomes', 'milestones'] as const).flatMap((list) =>
    Object.keys(service[list] ?? {})
      .filter((own) => common[list].some(({ code }) => code === own))
      .map((own) => errorIn('service.json', 'status.taken', { list, code: own })),
  );
}

function untranslated({ service }: Parts): readonly Finding[] {
  const english = service.translations?.en;
  if (english === undefined) return [];
  return (['outcomes', 'milestones'] as const).flatMap((list) => {
    const [codes, written] = [Object.keys(service[list] ?? {}), Object.keys(english[list] ?? {})];
    return againstWritten(list, codes, written);
  });
}
