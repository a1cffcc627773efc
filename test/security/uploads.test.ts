import { afterAll, describe, expect, it } from 'vitest';
import { Problem } from '../../engine/core/problem.ts';
import type { Bounds } from '../../engine/files/bounds.ts';
import { createJudge, type Judge } from '../../engine/files/judge.ts';
import { judgeFile } from '../../engine/files/judge-file.ts';
import { anApi, type RunningApi, type Visitor } from '../support/api.ts';
import { emptyValues, endlessArchive, hostileFiles, type HostileFile } from '../support/hostile-files.ts';

/** Made before there is a server, whose connections would not wait for it. */
const hostile = hostileFiles();

const running: RunningApi[] = [];
afterAll(async () => {
  for (const api of running) await api.stop();
});

async function aServerThatJudges(judge?: Judge): Promise<{ readonly visitor: Visitor; readonly api: RunningApi }> {
  const api = await anApi(judge && { judge });
  running.push(api);
  return { api, visitor: await api.signIn('giulia', 'citizen') };
}

async function put(visitor: Visitor, { content, name }: Pick<HostileFile, 'content' | 'name'>) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const { status, body } = await visitor.send('POST', '/api/v1/uploads', { body: form });
  return { status, code: body['code'], title: body['title'] };
}

/** A server without bounds, as long as its thread lets it. */
const boundless: Bounds = {
  signers: 1e9,
  signedBytes: 1e9,
  values: 1e9,
  members: 1e9,
  unpackedBytes: 1e12,
  unpackedTimes: 1e9,
  freelyUnpackedBytes: 1e12,
  depth: 1e9,
  pixels: 1e12,
};

/**
 * Requests of somebody else, one after the other, from when a file begins to be judged: how many are answered before it
 * is over.
 */
async function answeredMeanwhile(judge: Judge, file: Pick<HostileFile, 'content' | 'name'>) {
  let isJudging = false;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const watched: Judge = {
    close: judge.close,
    judge: (given) => {
      isJudging = true;
      begin();
      return judge.judge(given).finally(() => (isJudging = false));
    },
  };
  const { api, visitor } = await aServerThatJudges(watched);
  const upload = put(visitor, file).catch(() => undefined);
  await begun;
  let answered = 0;
  while (isJudging && answered < enough) {
    await api.visitor().send('GET', '/api/v1/openapi.json');
    answered += 1;
  }
  await judge.close();
  await upload;
  return answered;
}

// What is asked before a thread is blocked is answered too: a few, but never so many.
const enough = 50;

/** A server that judges where it answers, as it did once. */
const inTheSameThread: Judge = {
  judge: async (file) => {
    const verdict = await judgeFile({ ...file, bounds: boundless });
    if ('accepted' in verdict) return verdict.accepted;
    throw new Problem(verdict.refused, {});
  },
  close: () => Promise.resolve(),
};

describe('a file made to stop the server', () => {
  it('is refused in Italian with a code, whatever its kind', async () => {
    const { visitor } = await aServerThatJudges();
    for (const file of hostile) {
      const { status, code, title } = await put(visitor, file);
      expect({ what: file.what, code }).toEqual({ what: file.what, code: file.code });
      expect([413, 415, 422]).toContain(status);
      expect(title).toMatch(/^(Il|L’|È) ?[a-zA-Zàèéìòù]/);
    }
  });

  it('is taken by a server without bounds', async () => {
    const { visitor } = await aServerThatJudges(createJudge({ bounds: boundless }));
    const image = hostile.find(({ name }) => name === 'foto.png');
    expect(image && (await put(visitor, image)).status).toBe(201);
  });

  it('lets the server answer others while it is judged', async () => {
    const judge = createJudge({ bounds: boundless, timeMs: 600_000 });
    expect(await answeredMeanwhile(judge, { name: 'tutto.zip', content: endlessArchive() })).toBe(enough);
  });

  it('lets a server that judges in its own thread answer nobody', async () => {
    const file = { name: 'a.p7m', content: emptyValues(300_000) };
    expect(await answeredMeanwhile(inTheSameThread, file)).toBeLessThan(enough);
  });

  it('ends with a refusal when its time is over', async () => {
    const { visitor } = await aServerThatJudges(createJudge({ bounds: boundless, timeMs: 1 }));
    const reply = await put(visitor, { name: 'tutto.zip', content: endlessArchive() });
    expect(reply).toMatchObject({ status: 422, code: 'upload.too-complex' });
  });

  it('ends with a refusal when its memory is used up, and the next file is judged', async () => {
    const { visitor } = await aServerThatJudges(createJudge({ bounds: boundless, memoryMb: 128, timeMs: 600_000 }));
    const reply = await put(visitor, { name: 'a.p7m', content: emptyValues(4_000_000) });
    expect(reply).toMatchObject({ status: 422, code: 'upload.too-complex' });
    expect((await put(visitor, { name: 'nota.txt', content: Buffer.from('ciao') })).status).toBe(201);
  });
});
