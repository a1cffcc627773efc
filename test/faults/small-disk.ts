import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all that is free. */
  fill(): void;
  free(): void;
  remove(): void;
}

const megabytes = 768;

/** Mounts one in memory; undefined where this may not be done: it takes root on Linux. */
export function aSmallDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'iter-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fillWith(ballast),
    free: () => {
      if (existsSync(ballast)) rmSync(ballast);
    },
    remove: () => {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Others write meanwhile: it goes on until nothing is left. */
function fillWith(ballast: string): void {
  const block = Buffer.alloc(1024 * 1024);
  for (;;) {
    const { bavail, bsize } = statfsSync(join(ballast, '..'));
    const free = bavail * bsize;
    if (free === 0) return;
    try {
      appendFileSync(ballast, block.subarray(0, Math.min(free, block.length)));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
}
