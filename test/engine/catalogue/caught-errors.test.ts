import { expect, it } from 'vitest';
import { caughtErrors } from '../../../engine/catalogue/caught-errors.ts';
import type { Parts } from '../../../engine/catalogue/expressions.ts';
import { callActivity } from '../../support/between.ts';
import { boundary, end, path, process, serviceTask, start, subProcess, userTask } from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { programOf } from '../../support/instance.ts';

/** Events that catch an error which nothing throws where they watch, with what is thrown there. */
async function idle(...pieces: readonly Piece[]): Promise<readonly string[]> {
  const program = await programOf(process('p', ...pieces));
  const connectors = [{ type: 'river', label: 'Fiume', errors: [{ code: 'no-station', label: '' }] }];
  const part = { interface: { errors: { refused: '' } } };
  const parts = { program, connectors, parts: { part } } as unknown as Parts;
  return caughtErrors(parts).map(({ elementId, params }) => `${elementId} ${JSON.stringify(params)}`);
}

const inside = (...pieces: readonly Piece[]) => [
  start('s'),
  subProcess('sub', {}, start('s2'), ...pieces, end('e2')),
  end('e'),
  ...path('s', 'sub', 'e'),
];
const caught = (code: string) => [boundary('caught', 'sub', { error: code }), end('e3'), ...path('caught', 'e3')];

it('an error of a service inside may be caught at the edge', async () => {
  const called = [serviceTask('call', { job: 'river' }), ...path('s2', 'call', 'e2')];
  expect(await idle(...inside(...called), ...caught('no-station'))).toEqual([]);
  expect(await idle(...inside(...called), ...caught('no-river'))).toEqual([
    'caught {"error":"no-river","thrown":["no-station"]}',
  ]);
});

it('an error of an end inside may be caught at the edge', async () => {
  const thrown = [userTask('u'), end('failed', { error: 'lost' }), ...path('s2', 'u', 'failed')];
  expect(await idle(...inside(...thrown), ...caught('lost'))).toEqual([]);
  expect(await idle(...inside(...thrown), ...caught('found'))).toEqual(['caught {"error":"found","thrown":["lost"]}']);
});

it('a task of people throws nothing', async () => {
  const pieces = [start('s'), userTask('sub'), end('e'), ...path('s', 'sub', 'e')];
  expect(await idle(...pieces, ...caught('lost'))).toEqual(['caught {"error":"lost","thrown":[]}']);
});

it('a job that nobody declares may throw anything', async () => {
  const called = [serviceTask('call', { job: 'unknown' }), ...path('s2', 'call', 'e2')];
  expect(await idle(...inside(...called), ...caught('no-river'))).toEqual([]);
});

it('an event sub-process catches what is thrown beside it, not inside it', async () => {
  const beside = [start('s'), serviceTask('call', { job: 'river' }), end('e'), ...path('s', 'call', 'e')];
  const handler = (code: string): Piece => {
    const rethrown = end('done', { error: 'inside' });
    const { xml, ...rest } = subProcess(
      'handler',
      {},
      start('caught', { error: code }),
      rethrown,
      ...path('caught', 'done'),
    );
    return { ...rest, xml: xml.replace('<bpmn:subProcess', '<bpmn:subProcess triggeredByEvent="true"') };
  };
  expect(await idle(...beside, handler('no-station'))).toEqual([]);
  expect(await idle(...beside, handler('no-river'))).toEqual(['caught {"error":"no-river","thrown":["no-station"]}']);
});

it('an error of a service or of a part may be caught at its own edge', async () => {
  const around = (piece: Piece) => [start('s'), piece, end('e'), ...path('s', 'sub', 'e')];
  const service = around(serviceTask('sub', { job: 'river' }));
  expect(await idle(...service, ...caught('no-station'))).toEqual([]);
  expect(await idle(...service, ...caught('no-river'))).toEqual([
    'caught {"error":"no-river","thrown":["no-station"]}',
  ]);
  const part = around(callActivity('sub', 'processId="part"'));
  expect(await idle(...part, ...caught('refused'))).toEqual([]);
  expect(await idle(...part, ...caught('lost'))).toEqual(['caught {"error":"lost","thrown":["refused"]}']);
});
