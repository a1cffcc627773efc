import type { DecidedPlace, Wanted } from '../../findings/running-failure.ts';
import type { RunningWords } from './running-words.ts';

const wantedWords: Readonly<Record<Wanted, string>> = {
  truth: 'true or false',
  text: 'a text',
  texts: 'a text or a list of texts',
  instant: 'a date or an ISO 8601 instant',
  duration: 'an ISO 8601 duration',
  cycle: 'an ISO 8601 or cron cycle',
  count: 'a whole number that is not negative',
  list: 'a list',
};

const notCalled = (signature: string): string => `the function (${signature}) cannot be called`;

function whose(decisionId: string, place: DecidedPlace): string {
  if (place.type === 'result') return `Decision ${decisionId}`;
  if (place.type === 'expression') return `In decision ${decisionId} an expression`;
  const called = { entry: '', datum: 'the datum ', input: 'the input ', output: 'the output ' }[place.type];
  return `In decision ${decisionId} ${called}“${place.name}”`;
}

const notFound = { element: 'The element', scope: 'The scope', token: 'The token' } as const;

/** What stops an execution, in English. */
export const englishRunning: RunningWords = {
  feel: {
    'argument-missing': ({ signature, name }) => `${notCalled(signature)}: the argument “${name}” is missing`,
    'argument-type': ({ signature, name }) => `${notCalled(signature)}: the argument “${name}” has the wrong type`,
    'arguments-count': ({ signature, wanted, given }) =>
      `${notCalled(signature)}: it takes ${wanted} arguments, not ${given}`,
    'not-comparable': ({ one, other, operator }) =>
      `${one} and ${other} cannot be compared${operator === undefined ? '' : ` by “${operator}”`}`,
    'condition-type': ({ found }) => `the condition of “if” has to be true or false, not ${found}`,
    'filter-type': ({ found }) => `a filter has to give true or false, not ${found}`,
    'truth-type': ({ found }) => `true or false is needed, not ${found}`,
    'function-foreign': () => 'a function written in another language cannot be run',
    'function-unknown': ({ name }) => `there is no function “${name}”`,
    'key-twice': ({ name }) => `the key “${name}” stands twice in the context`,
    'literal-unreadable': ({ text }) => `@"${text}" is no date, time or duration`,
    'member-unknown': ({ type, name }) => `${type} has no “${name}”`,
    'no-count': ({ from, to }) => `there is no counting from ${from} to ${to}`,
    'no-expression': ({ text }) => `“${text}” is no expression`,
    'no-range': ({ from, to }) => `a range cannot go from ${from} to ${to}`,
    'no-open-range': ({ operator, end }) => `“${operator} ${end}” is no range`,
    'no-result': ({ call }) => `“${call}” cannot be computed`,
    'not-callable': () => 'what is called is no function',
    'not-kept': ({ type }) => `a ${type} is no value that can be stored`,
    'not-a-number': ({ value }) => `${value} is no number`,
    'operation-undefined': ({ sign, one, other }) =>
      `the operation “${sign}” is not defined ${other === undefined ? `for ${one}` : `between ${one} and ${other}`}`,
    'too-much': () => 'the computation does not end or is too large',
    'type-unknown': ({ name }) => `there is no type “${name}”`,
    unreadable: ({ expression, position }) => `“${expression}” is not valid FEEL at position ${position}`,
    'variable-unknown': ({ name }) => `there is no variable “${name}”`,
  },
  decision: {
    'decision.circular': ({ decisionId }) => `Decision ${decisionId} depends on itself.`,
    'decision.different-hits': ({ decisionId }) =>
      `In decision ${decisionId} the rules that hold give different results: with ANY they have to agree.`,
    'decision.not-numbers': ({ decisionId, aggregation }) =>
      `Decision ${decisionId} cannot apply ${aggregation} to what was found: numbers are needed.`,
    'decision.several-hits': ({ decisionId, rules }) =>
      `In decision ${decisionId} rules ${rules.join(', ')} hold together: with UNIQUE only one may.`,
    'decision.unknown': ({ decisionId }) => `There is no decision ${decisionId}.`,
    'decision.value-not-allowed': ({ decisionId, input, value, allowed }) =>
      `Decision ${decisionId} does not allow ${value} for “${input}”: it allows ${allowed}.`,
    'decision.wrong-type': ({ decisionId, of, value, type }) =>
      `${whose(decisionId, of)} is ${value}: a value of type ${type} is needed.`,
    'feel.evaluation-failed': ({ decisionId, expression, reason }) =>
      expression === undefined
        ? `Decision ${decisionId} cannot be computed: ${reason}.`
        : `The expression “${expression}” of decision ${decisionId} cannot be computed: ${reason}.`,
  },
  running: {
    'decision.failed': ({ elementId, reason }) => `Activity ${elementId}: ${reason}`,
    'engine.failed': ({ reason }) => `bpmn-engine does not go on: ${reason}.`,
    'error.not-caught': ({ elementId, error, message }) =>
      `No error event catches “${error}” thrown by ${elementId}: ${message}.`,
    'feel.evaluation-failed': ({ elementId, expression, reason }) =>
      `The expression “${expression}” of ${elementId} cannot be computed: ${reason}.`,
    'feel.not-boolean': ({ elementId, expression, value, wanted }) =>
      `The expression “${expression}” of ${elementId} gives ${value}: ${wantedWords[wanted]} is needed.`,
    'feel.wrong-type': ({ elementId, expression, value, wanted }) =>
      `The expression “${expression}” of ${elementId} gives ${value}: ${wantedWords[wanted]} is needed.`,
    'gateway.no-flow': ({ elementId }) =>
      `There is no way on from ${elementId}: no condition is true and no flow is the default.`,
    'message.not-expected': ({ message, key }) =>
      `No element waits for the message “${message}”${key === undefined ? '' : ` with the key “${key}”`}.`,
    'start.unknown': ({ elementId, process }) => `The process ${process} cannot begin at “${elementId}”.`,
    'state.foreign': ({ part, id = '' }) =>
      part === undefined
        ? 'The state of the execution is not from this executor.'
        : `${notFound[part]} ${id} is not in this diagram or this instance.`,
    'step.endless': ({ elementId }) =>
      `The execution passes too many elements without waiting${elementId === undefined ? '' : `, ${elementId} the last`}.`,
    'step.stuck': ({ elementId }) =>
      `The execution stands still at ${elementId}: it waits for a flow that nothing will come from any more.`,
    'wait.not-open': ({ waitId }) => `The wait ${waitId} is not open.`,
    'wait.wrong-trigger': ({ elementId, waitId, type, wanted }) =>
      `The wait ${waitId} of ${elementId} is of type “${type}”: ${wanted.join(' or ')} was needed.`,
  },
};
