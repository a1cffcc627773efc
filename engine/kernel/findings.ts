import type { Finding, FindingRule } from '../findings/finding.ts';

/** Whether any finding keeps the diagram from being run. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'error');
}

/** What an analyst may still have to fill in while drawing: defects of a program, not of a drawing. */
const toBeFilledIn: ReadonlySet<string> = new Set<FindingRule>([
  'task.job-missing',
  'task.decision-missing',
  'script.missing',
  'message.missing',
  'signal.missing',
  'condition.missing',
  'timer.time-missing',
  'loop.count-missing',
  'call.process-missing',
  'call.version-tag-missing',
  'flow.condition-missing',
  'decision.unknown',
  'process.not-executable',
]);

/** What breaks the standard and yet is executed: defects of a diagram that is to be published. */
const executedAllTheSame: ReadonlySet<string> = new Set<FindingRule>([
  'bpmn.content',
  'dmn.overlap',
  'flow.incoming-missing',
  'flow.outgoing-missing',
]);

/**
 * A finding about a diagram that has to keep to the letter of the standard: what only would be executed is an error.
 */
export function asStrict(finding: Finding): Finding {
  return executedAllTheSame.has(finding.rule) ? { ...finding, level: 'error' } : finding;
}

/**
 * A finding about a diagram that is still being drawn: what is only not filled in yet is a warning, and marked as what
 * has to be mended before it is published.
 */
export function asDrawn(finding: Finding): Finding {
  const isMarked = toBeFilledIn.has(finding.rule) || executedAllTheSame.has(finding.rule);
  return isMarked ? { ...finding, level: 'warning', keepsFromPublishing: true } : finding;
}
