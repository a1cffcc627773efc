import { expect, it } from 'vitest';
import { checkFiles } from '../../../engine/catalogue/check.ts';
import { callingProcedure, callOf, completionPart } from '../../support/part.ts';

type Changes = Parameters<typeof callingProcedure>[0];

/** The errors of a package: rule, place and element. */
const refusals = async (changes: Changes = {}): Promise<readonly string[]> => {
  const { findings } = await checkFiles(callingProcedure(changes));
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ rule, file, elementId = '' }) => `${rule} ${file} ${elementId}`.trim());
};

const partJson = (change: (taken: Record<string, unknown>) => object): Changes => ({
  part: { 'part.json': JSON.stringify(change(JSON.parse(completionPart['part.json'] ?? '{}'))) },
});

const given = (inside: string): string => `<zeebe:ioMapping>${inside}</zeebe:ioMapping>`;
const reason = '<zeebe:input source="= oggetto" target="reason"/>';

it('a procedure is published with the part that it calls', async () => {
  expect(await refusals()).toEqual([]);
  const { procedure } = await checkFiles(callingProcedure());
  expect(procedure?.parts?.['completion']).toMatchObject({
    procedureId: 'chiamante',
    interface: { title: 'Integrazione', errors: { 'not-given': 'Non integrata' } },
    service: procedure?.service,
  });
});

it.each<[what: string, changes: Changes, found: readonly string[]]>([
  ['an input that nobody gives', { call: given('') }, ['part.input-missing procedure.bpmn ask']],
  [
    'an input that the part does not take',
    { call: given(`${reason}<zeebe:input source="= 1" target="altro"/>`) },
    ['part.input-unknown procedure.bpmn ask'],
  ],
  ['a way out that is not caught', { uncaught: true }, ['part.error-uncaught procedure.bpmn ask']],
  [
    'a term that the caller has not',
    partJson((taken) => ({ ...taken, terms: { main: 'Il termine', altro: 'Un altro' } })),
    ['part.term-missing procedure.bpmn ask'],
  ],
  [
    'a term lent that the part does not take',
    { call: `${given(reason)}<iter:lends term="risposta" as="altro"/>` },
    ['part.term-unknown procedure.bpmn ask'],
  ],
  [
    'a role that nobody plays',
    partJson((taken) => ({ ...taken, roles: ['evaluator'] })),
    ['part.role-missing procedure.bpmn ask'],
  ],
  ['a part without its interface', { part: { 'part.json': '' } }, ['file.json _parts/completion/part.json']],
  [
    'a member that an interface does not have',
    partJson((taken) => ({ ...taken, altro: 1 })),
    ['file.shape _parts/completion/part.json'],
  ],
  [
    'a term of its own under the name of one that it is lent',
    partJson((taken) => ({ ...taken, terms: { main: 'Il termine', integrazione: 'Un altro' } })),
    ['term.twice _parts/completion/procedure.bpmn'],
  ],
  [
    'a main term of a part',
    {
      part: {
        'procedure.bpmn': (completionPart['procedure.bpmn'] ?? '').replace(
          /(<bpmn:process [^>]*>)/,
          '$1<bpmn:extensionElements><iter:term id="altra" label="A" days="3" ground="x" main="true"/></bpmn:extensionElements>',
        ),
      },
    },
    ['term.main _parts/completion/procedure.bpmn completion'],
  ],
  [
    'a part that calls itself',
    {
      part: {
        'procedure.bpmn': (completionPart['procedure.bpmn'] ?? '')
          .replace('<bpmn:endEvent id="given"', `${callOf('again', 'completion').xml}<bpmn:endEvent id="given"`)
          .replace('targetRef="given"', 'targetRef="again"')
          .replace(
            '</bpmn:process>',
            '<bpmn:sequenceFlow id="on" sourceRef="again" targetRef="given"/></bpmn:process>',
          ),
      },
    },
    [
      'part.error-uncaught _parts/completion/procedure.bpmn again',
      'part.calls-itself _parts/completion/procedure.bpmn',
    ],
  ],
])('%s is refused at its place', async (_what, changes, found) => {
  expect(await refusals(changes)).toEqual(found);
});
