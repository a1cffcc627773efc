import { describe, expect, it } from 'vitest';
import type { OpenWait } from '../../../../engine/core/dossier.ts';
import type { Step } from '../../../../engine/core/effects.ts';
import { unmoved } from '../../../../engine/core/step/progress.ts';
import { settled } from '../../../../engine/core/step/settle.ts';
import { aDossier, aTask, dossierId } from '../../../support/builders.ts';

/** A wait for a service outside. */
const asking = (id: string): OpenWait => ({
  wait: { type: 'job', id, elementId: id, name: '', jobType: 'river', input: {}, headers: {} },
  dueAt: null,
});

const jobFor = (waitId: string): Step['jobs'][number] => ({
  type: 'call-connector',
  key: `call:${waitId}`,
  dossierId,
  connector: 'river',
  elementId: waitId,
  place: { waitId },
  attempts: 3,
});

/** What is left of a step after which only some services are waited for. */
function rested(waits: readonly string[], step: Partial<Step> = {}, resolved?: string): Step {
  const before = aDossier({ waits: [asking('level'), asking('flow')], tasks: [aTask({ taskId: 'known' })] });
  const after = { ...before, waits: waits.map(asking) };
  return settled({ ...unmoved(after), ...step }, { before, resolved });
}

describe('a step at rest', () => {
  it('drops the call of a service that nobody waits for any more', () => {
    const { jobsDropped } = rested(['level']);
    expect(jobsDropped).toHaveLength(1);
    expect(jobsDropped[0]).toContain('flow');
    expect(rested(['level', 'flow']).jobsDropped).toEqual([]);
  });

  it('leaves the call that has just answered', () => {
    expect(rested(['level'], {}, 'flow').jobsDropped).toEqual([]);
  });

  it('asks a service only where it is still waited for', () => {
    const { jobs } = rested(['level', 'flow', 'rain'], { jobs: [jobFor('rain'), jobFor('wind')] });
    expect(jobs).toEqual([jobFor('rain')]);
  });

  it('tells of a closed task only where it was open before', () => {
    const { tasksClosed } = rested(['level', 'flow'], {
      tasksClosed: [
        { taskId: 'known', as: 'completed' },
        { taskId: 'within', as: 'cancelled' },
      ],
    });
    expect(tasksClosed.map(({ taskId }) => taskId)).toEqual(['known']);
  });
});
