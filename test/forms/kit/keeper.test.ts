import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeeper, type KeptState } from '../../../forms/kit/keeper.ts';

const savedAt = '2026-03-27T10:00:00Z';

function aKeeper(save: (value: string) => Promise<string> = async () => savedAt) {
  const saved: string[] = [];
  const states: KeptState['type'][] = [];
  const keeper = createKeeper<string>({
    save: (value) => {
      saved.push(value);
      return save(value);
    },
    mayRetry: (error) => error instanceof TypeError,
    tell: (state) => states.push(state.type),
    delayMs: 800,
    retryMs: 5_000,
  });
  return { keeper, saved, states };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the keeper of unfinished answers', () => {
  it('only the last of quick changes is saved', async () => {
    const { keeper, saved, states } = aKeeper();
    keeper.keep('a');
    await vi.advanceTimersByTimeAsync(500);
    keeper.keep('ab');
    await vi.advanceTimersByTimeAsync(800);
    expect(saved).toEqual(['ab']);
    expect(states).toEqual(['saving', 'saved']);
  });

  it('a change during a save is saved after it', async () => {
    const { keeper, saved } = aKeeper((value) => new Promise((done) => setTimeout(done, 2_000, value)));
    keeper.keep('a');
    await vi.advanceTimersByTimeAsync(900);
    keeper.keep('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(saved).toEqual(['a', 'ab']);
  });

  it('an interrupted save is tried again with the latest value', async () => {
    let isOnline = false;
    const { keeper, saved, states } = aKeeper(async () => {
      if (!isOnline) throw new TypeError('Failed to fetch');
      return savedAt;
    });
    keeper.keep('a');
    await vi.advanceTimersByTimeAsync(800);
    isOnline = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual(['a', 'a']);
    expect(states).toEqual(['saving', 'failed', 'saving', 'saved']);
  });

  it('a refused save waits for the next change', async () => {
    const { keeper, saved, states } = aKeeper(async () => {
      throw new Error('refused');
    });
    keeper.keep('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saved).toEqual(['a']);
    expect(states).toEqual(['saving', 'failed']);
  });

  it('a flush saves at once', async () => {
    const { keeper, saved } = aKeeper();
    keeper.keep('a');
    expect(await keeper.flush()).toBe(true);
    expect(saved).toEqual(['a']);
  });

  it('a flush during a save waits and saves the rest', async () => {
    const { keeper, saved } = aKeeper((value) => new Promise((done) => setTimeout(done, 2_000, value)));
    keeper.keep('a');
    await vi.advanceTimersByTimeAsync(900);
    keeper.keep('ab');
    const flushed = keeper.flush();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await flushed).toBe(true);
    expect(saved).toEqual(['a', 'ab']);
  });

  it('a flush tells that something stayed unsaved', async () => {
    const { keeper } = aKeeper(async () => {
      throw new Error('refused');
    });
    keeper.keep('a');
    expect(await keeper.flush()).toBe(false);
  });

  it('nothing is saved after a stop', async () => {
    const { keeper, saved } = aKeeper();
    keeper.keep('a');
    keeper.stop();
    await keeper.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual([]);
  });
});
