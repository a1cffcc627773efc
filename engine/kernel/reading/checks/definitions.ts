import { idOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { errorAt } from '../../../findings/finding.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { StandardRules } from '../../../findings/standard.ts';
import { activityRules } from './activities.ts';
import { advice } from './advice.ts';
import { blockRules } from './blocks.ts';
import { dataRules } from './data.ts';
import { eventRules } from './events.ts';
import { expressionRules } from './expressions.ts';
import { flowRules } from './flows.ts';
import { formatRules } from './formats.ts';
import { gatewayRules } from './gateways.ts';
import { referenceRules } from './references.ts';
import { called, modelOf, nearest, processOf } from './rule.ts';
import type { Rule } from './rule.ts';
import { serviceRules } from './services.ts';
import { triggerRules } from './triggers.ts';

const rules: readonly Rule[] = [
  ...blockRules,
  ...flowRules,
  ...gatewayRules,
  ...eventRules,
  ...dataRules,
  ...serviceRules,
  ...expressionRules,
  ...triggerRules,
  ...formatRules,
  ...activityRules,
  ...referenceRules,
];

/**
 * Findings about a whole file, after the rules that the standard states for diagrams. In a process that is not to be
 * executed they are warnings; strictly, what does no harm to execution is an error too.
 */
export function checkDefinitions(definitions: ModdleElement, isStrict: boolean): readonly Finding[] {
  return findingsOf(definitions, isStrict ? rules.map(({ level: _, ...rule }) => rule) : rules);
}

/** Warnings about what the standard allows in a file and hardly anybody means. */
export function adviseOn(definitions: ModdleElement): readonly Finding[] {
  return findingsOf(definitions, advice);
}

function findingsOf(definitions: ModdleElement, asked: readonly Rule[]): readonly Finding[] {
  const model = modelOf(definitions);
  return model.elements.flatMap((element) =>
    asked
      .filter(({ on }) => on?.includes(element.$type) ?? true)
      .flatMap((rule) => {
        const told = rule.check(element, model);
        return told === undefined ? [] : [findingOf(rule, element, told)];
      }),
  );
}

function findingOf(
  { name, level }: Pick<Rule, 'name' | 'level'>,
  element: ModdleElement,
  told: StandardRules[keyof StandardRules],
): Finding {
  const elementId = idOf(nearest(element, (each) => idOf(each) !== '' && !each.$type.endsWith('EventDefinition')));
  const isDrawing = processOf(element)?.isExecutable === false;
  const found = errorAt(elementId === '' ? undefined : elementId, name, { ...told, element: called(element) });
  return isDrawing || level === 'warning' ? { ...found, level: 'warning' } : found;
}
