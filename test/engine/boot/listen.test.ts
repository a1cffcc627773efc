import { describe, expect, it } from 'vitest';
import { failureSentence } from '../../../engine/boot/failure.ts';
import { listen } from '../../../engine/boot/listen.ts';

describe('the port', () => {
  it('answers that the service is starting until there is one', async () => {
    const port = await listen(0);
    const address = `http://localhost:${port.port}/`;
    const early = await fetch(address);
    expect(early.status).toBe(503);
    expect(early.headers.get('retry-after')).toBe('2');
    port.serve((_request, response) => void response.end('pronto'));
    expect(await (await fetch(address)).text()).toBe('pronto');
    await port.close(100);
  });

  it('that is taken is told in one sentence', async () => {
    const port = await listen(0);
    const error: unknown = await listen(port.port).catch((refusal: unknown) => refusal);
    expect(failureSentence(error, port.port)).toBe(
      `La porta ${port.port} è già occupata da un altro programma: chiudilo, oppure scegli un’altra porta con PORT=${port.port + 1} npm start.`,
    );
    await port.close(100);
  });

  it('lets a request in hand end before it closes', async () => {
    const port = await listen(0);
    port.serve((_request, response) => void setTimeout(() => response.end('ecco'), 100));
    const asked = fetch(`http://localhost:${port.port}/`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [answer] = await Promise.all([asked.then((response) => response.text()), port.close(2000)]);
    expect(answer).toBe('ecco');
  });

  it('says that the connection ends when it closes', async () => {
    const port = await listen(0);
    port.serve((_request, response) => void setTimeout(() => response.end('ecco'), 100));
    const asked = fetch(`http://localhost:${port.port}/`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [answer] = await Promise.all([asked, port.close(2000)]);
    expect(answer.headers.get('connection')).toBe('close');
  });

  it('cuts off what does not end in time', async () => {
    const port = await listen(0);
    port.serve(() => undefined);
    const asked = fetch(`http://localhost:${port.port}/`).catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await port.close(50);
    expect(await asked).toBe('cut');
  });
});

describe('a failure of the start', () => {
  it.each([
    [{ code: 'EACCES', path: '/srv/iter' }, 'Non ho il permesso di usare /srv/iter'],
    [{ code: 'EACCES', syscall: 'listen' }, 'Non ho il permesso di usare la porta 80'],
    [{ code: 'ENOSPC', path: '/srv/iter' }, 'Lo spazio su disco è finito'],
    [{ code: 'ENOTDIR', path: '/dev/null/x' }, '/dev/null/x non può essere una cartella'],
  ])('of the system says what to do', (error, sentence) => {
    expect(failureSentence(error, 80)).toContain(sentence);
  });

  it('of ours is not dressed up', () => {
    expect(failureSentence(new TypeError('x is undefined'), 80)).toBeUndefined();
  });
});
