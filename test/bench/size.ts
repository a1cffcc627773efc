import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';

const bounds = { firstLoadBytes: 250_000 };

/** What the portal opens with: its start page is part of the first script. */
const ENTRY = 'forms/citizen/index.html';

/**
 * Builds the portal as it is shipped and measures the scripts of its first page, compressed; whether the bound is held.
 */
export async function benchSize(): Promise<boolean> {
  const outDir = await mkdtemp(join(tmpdir(), 'iter-bench-size-'));
  try {
    await build({ logLevel: 'error', build: { outDir, emptyOutDir: true, manifest: true } });
    const manifest = JSON.parse(await readFile(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
    const files = [...loadedWith(manifest, ENTRY, new Set())];
    const sizes = await Promise.all(
      files.map(async (file) => [file, gzipSync(await readFile(join(outDir, file)))] as const),
    );
    return report(sizes.map(([file, { length }]) => [file, length]));
  } finally {
    await rm(outDir, { recursive: true });
  }
}

/** The script of a chunk and all that it imports at once; what it imports later is not followed. */
function loadedWith(manifest: Manifest, name: string, found: Set<string>): ReadonlySet<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`The build has no chunk ${name}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) loadedWith(manifest, imported, found);
  return found;
}

function report(sizes: readonly (readonly [string, number])[]): boolean {
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const isHeld = total <= bounds.firstLoadBytes;
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  for (const [file, bytes] of sizes) process.stdout.write(`  ${file.padEnd(56)}${kilobytes(bytes)}\n`);
  process.stdout.write(
    `${isHeld ? ' ' : '!'} ${'script del portale alla prima pagina, gzip'.padEnd(56)}${kilobytes(total)}\n`,
  );
  return isHeld;
}
