import { expect, it } from 'vitest';
import { compileForKernel } from '../../../engine/catalogue/compile.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';

type Change = (text: string) => string;

/** What is found in *accesso agli atti* when one of its files is changed. */
async function foundAfter(file: string, change: Change) {
  const original = await readProcedureFolder('procedures/accesso-agli-atti');
  const changed = change(original.files[file] ?? '');
  expect(changed).not.toBe(original.files[file]);
  const { findings } = await compileForKernel({ ...original, files: { ...original.files, [file]: changed } }, 1);
  return findings.map(({ level, rule, file: at, elementId = '' }) => [level, rule, at, elementId].join(' ').trim());
}

const swap = (from: string, to: string) => (text: string) => text.replace(from, to);
const inCard =
  (change: (card: { roles: object; translations: { en: { roles: object } } }) => void) => (text: string) => {
    const card = JSON.parse(text) as Parameters<typeof change>[0];
    change(card);
    return JSON.stringify(card);
  };

it('a task that neither lane nor assignment gives to anybody is refused', async () => {
  expect(await foundAfter('procedure.bpmn', swap('<iter:role role="transparency-officer" />', ''))).toEqual([
    'error task.unassigned procedure.bpmn acknowledge-overdue',
    'warning role.idle service.json',
  ]);
});

it('a lane of a role that the card does not have is refused, once', async () => {
  expect(
    await foundAfter('procedure.bpmn', swap('<iter:role role="holding-office" />', '<iter:role role="mayor" />')),
  ).toEqual(['error role.unknown procedure.bpmn lane-holding-office', 'warning role.idle service.json']);
});

it('a role without any task is told', async () => {
  const change = inCard(({ roles }) => Object.assign(roles, { usher: { label: 'Usciere', office: 'urp' } }));
  expect(await foundAfter('service.json', change)).toEqual([
    'warning role.idle service.json',
    'warning translation.missing service.json',
  ]);
});

it('an English label of a role that the card does not have is told', async () => {
  const change = inCard(({ translations }) => Object.assign(translations.en.roles, { usher: 'Usher' }));
  expect(await foundAfter('service.json', change)).toEqual(['warning translation.unknown service.json']);
});

it('a code that no lane could name is refused', async () => {
  const change = inCard(({ roles }) => Object.assign(roles, { 'Chi Decide': { label: 'Chi decide', office: 'urp' } }));
  expect(await foundAfter('service.json', change)).toEqual(['error file.shape service.json']);
});
