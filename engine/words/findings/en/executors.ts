import type { ExecutorFindings, UntriedType } from '../../../findings/executors.ts';
import type { FindingSentences } from '../finding-words.ts';

const untried = 'which has not been tried there';

const types: Readonly<Record<UntriedType, string>> = {
  'bpmn:ComplexGateway': 'a complex gateway',
  'bpmn:Transaction': 'a transaction',
  'bpmn:AdHocSubProcess': 'an ad-hoc sub-process',
  'bpmn:CallActivity': 'a call of another process',
};

const beginnings: Readonly<Record<ExecutorFindings['portability.beginning']['because'], string>> = {
  instantiates: 'it opens the process, and there only a plain start event does',
  event: 'it begins with an event, and there only a plain start event begins',
  'no-flow': 'no flow enters it, and there it would begin together with the process',
};

const refused =
  <Params extends { readonly elementId: string }>(why: (params: Params) => string) =>
  (params: Params): string =>
    `Element ${params.elementId} cannot be carried over to bpmn-engine: ${why(params)}.`;

/** What keeps a process from bpmn-engine, in English. */
export const englishExecutors: FindingSentences<ExecutorFindings> = {
  'portability.automatic-loop': ({ elementId: id }) =>
    `From ${id} one can come back to ${id} without ever waiting: on bpmn-engine many rounds in a row overflow.`,
  'portability.beginning': refused(({ because }) => beginnings[because]),
  'portability.choice-before-join': refused(
    ({ choice }) =>
      `it waits for a branch in which ${choice} chooses, and there what is discarded counts as arrived; the branch can be put into a sub-process`,
  ),
  'portability.compensation': refused(() => 'it compensates, and there nothing waits for what compensates'),
  'portability.default-flow': refused(
    () => 'it has a default flow beside one without a condition, and there the first is lost',
  ),
  'portability.element-type': refused(({ type }) => `it is ${types[type]}, ${untried}`),
  'portability.error-not-caught': refused(
    () => 'it raises an error that nothing catches, and there the process would not end with an error',
  ),
  'portability.event': refused(({ type }) => `it is an event of type “${type}”, ${untried}`),
  'portability.event-gateway': refused(() => `it waits for all its events, ${untried}`),
  'portability.event-sub-process': refused(
    () => 'it is an event sub-process, which there begins neither with a message nor with a timer',
  ),
  'portability.inclusive-join': refused(() => 'it joins inclusive flows, which there do not wait for each other'),
  'portability.join-in-loop': refused(
    () =>
      'it joins branches inside a loop, and there what the loop has discarded arrives as well; the branches can be put into a sub-process',
  ),
  'portability.long-chain': refused(
    ({ elements }) => `after it more than ${elements} elements follow without a wait, and there the stack overflows`,
  ),
  'portability.long-timer': ({ elementId }) =>
    `Timer ${elementId} lasts longer than 24.8 days: the clock of bpmn-engine would not fire it, that of Iter does.`,
  'portability.own-message': refused(
    ({ message }) => `it sends the message “${message}”, which there would reach this very dossier too`,
  ),
  'portability.quantity': refused(() => `it counts tokens (startQuantity, completionQuantity), ${untried}`),
  'portability.repetition': refused(() => `it is repeated, ${untried}`),
  'portability.second-token': refused(
    ({ fork }) => `several tokens may reach it together from ${fork}, and there it holds one token at a time`,
  ),
  'portability.sent-event': refused(() => `it sends a message by work outside, ${untried}`),
  'portability.side-event': refused(
    () => 'it does not interrupt and may happen several times, but there it happens only once',
  ),
  'portability.timer-cycle': refused(() => `it is a timer that repeats, ${untried}`),
  'portability.twin-flow': refused(
    () => 'it joins two elements that another flow joins already, and there only one of them counts',
  ),
  'portability.unreadable': ({ reason }) => `The engine bpmn-engine cannot read the diagram: ${reason}.`,
};
