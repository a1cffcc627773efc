import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { performCommandLine } from '../../../engine/cli/command-line.ts';
import { portableFolder } from '../../support/portable-procedure.ts';

let scratch: string;
/** A copy of the portable procedure in which the withdrawal does not interrupt. */
let fixed: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'iter-portability-'));
  fixed = join(scratch, 'rilascio-attestato');
  await cp(portableFolder, fixed, { recursive: true });
  const diagram = await readFile(join(fixed, 'procedure.bpmn'), 'utf8');
  await writeFile(
    join(fixed, 'procedure.bpmn'),
    diagram.replace('id="withdrawal" ', 'id="withdrawal" cancelActivity="false" '),
  );
});
afterAll(() => rm(scratch, { recursive: true }));

async function iterSays(...words: readonly string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const code = await performCommandLine(['portability', ...words], {
    env: {},
    print: (line) => void printed.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { code, printed, complaints: complaints.join('\n') };
}

it('a portable procedure is told scenario by scenario', async () => {
  const { code, printed } = await iterSays(portableFolder);
  expect(code).toBe(0);
  expect(printed[0]).toBe('Il procedimento rilascio-attestato è portabile su bpmn-engine.');
  expect(printed).toContain('Da sapere:');
  expect(printed.filter((line) => line.startsWith('  uguale: '))).toHaveLength(4);
  expect(printed).toContain('  uguale: A certificate is issued (scenarios/01-rilasciato.json)');
}, 60_000);

it('elements that are not portable are told, with exit code 1', async () => {
  const { code, printed } = await iterSays(fixed);
  expect(code).toBe(1);
  expect(printed[0]).toBe('Il procedimento rilascio-attestato non è portabile su bpmn-engine.');
  expect(printed).toContain(
    '  withdrawal: L’elemento withdrawal non è portabile su bpmn-engine: non interrompe e può accadere più volte, ma lì soltanto una.',
  );
  expect(printed.filter((line) => line.startsWith('  non provato: '))).toHaveLength(4);
});

it('with --json the report is said to programs', async () => {
  const { code, printed } = await iterSays(fixed, '--json');
  expect(code).toBe(1);
  expect(printed.map((line) => JSON.parse(line))).toMatchObject([
    {
      procedureId: 'rilascio-attestato',
      isPortable: false,
      scenarios: Array(4).fill({ outcome: 'not-played' }),
    },
  ]);
});

it.each([
  { words: [], says: 'Manca il nome del procedimento.' },
  { words: ['nessuno'], says: 'Il procedimento nessuno non c’è' },
  { words: ['accesso-agli-atti', 'altro'], says: 'altro è di troppo' },
  { words: ['accesso-agli-atti', '--yaml'], says: 'Opzione --yaml non riconosciuta' },
])('$words is answered with its usage', async ({ words, says }) => {
  const { code, complaints } = await iterSays(...words);
  expect(code).toBe(2);
  expect(complaints).toContain(says);
  expect(complaints).toContain('npm run iter -- portability <procedimento o cartella> [--json]');
});
