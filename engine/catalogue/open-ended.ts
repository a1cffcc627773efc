import { clock } from '../language/clock.ts';
import type { ElementFacts } from '../language/facts.ts';
import { hold } from '../language/hold.ts';
import { term } from '../language/term.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding, FindingRule } from '../findings/finding.ts';
import type { Parts } from './expressions.ts';

/**
 * What the law does not leave open: what it means that a term passes, how long a suspension may last, by how much a
 * term is extended and why. Asked of what is to be published; what was published before still runs.
 */
export function openEndedFindings({ terms, facts }: Pick<Parts, 'terms' | 'facts'>): readonly Finding[] {
  const silent = Object.values(terms).filter(({ expiry, remedy }) => expiry === undefined && remedy === undefined);
  return [
    ...silent.map(({ id, label }) => errorIn('procedure.bpmn', 'term.no-expiry', { term: id, label })),
    ...Object.entries(facts).flatMap(([elementId, drawn]) => [
      ...unbounded(drawn).map((name) => found(elementId, 'term.no-bound', name)),
      ...changesOf(drawn).flatMap(({ term: name, act, by, to, reason }) => [
        ...(by === undefined && to === undefined ? [found(elementId, 'term.no-length', name)] : []),
        ...(act === 'extend' && reason === undefined ? [found(elementId, 'term.no-reason', name)] : []),
      ]),
    ]),
  ];
}

type Rule = Extract<FindingRule, 'term.no-bound' | 'term.no-length' | 'term.no-reason'>;

const found = (elementId: string, rule: Rule, name: string): Finding => ({
  ...errorIn('procedure.bpmn', rule, { term: name }),
  elementId,
});

/** The terms that are suspended on an element without a bound; a term of its own bounds an activity. */
function unbounded(drawn: ElementFacts): readonly string[] {
  const isBounded = term.of(drawn) !== undefined;
  const holds = hold.allOf(drawn).filter(({ effect, maxDays }) => effect !== 'interrupt' && maxDays === undefined);
  const clocks = clock.allOf(drawn).filter(({ act, maxDays }) => act === 'suspend' && maxDays === undefined);
  return [...(isBounded ? [] : holds), ...clocks].map(({ term: name }) => name);
}

const changesOf = (drawn: ElementFacts) =>
  clock.allOf(drawn).filter(({ act }) => act === 'extend' || act === 'shorten' || act === 'set');
