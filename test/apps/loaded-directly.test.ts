import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../engine/publish.ts';
import { paths as designerPaths } from '../../designer/paths.ts';
import { paths as portalPaths } from '../../forms/citizen/paths.ts';
import { paths as deskPaths } from '../../forms/clerk/paths.ts';
import { submitAs, type Visitor } from '../support/api.ts';
import { asksFor } from '../support/application.ts';
import { aBlankPackage } from '../support/packages.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { applied, callActivity, deskTask, smallProcedure } from '../support/between.ts';
import { end, path, process, start } from '../support/bpmn.ts';
import { atRest, hasBrowser, type Device } from '../support/browser.ts';
import { completeAt } from '../support/desk.ts';

/** Every address of an app, with what stands for a name in it. */
const addresses = (app: string, paths: readonly string[], ids: Readonly<Record<string, string>>): readonly string[] =>
  paths
    .filter((one) => one !== '*')
    .map((one) => one.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? missing(one)))
    .map((one) => `${app}/${one}`.replace(/\/+/g, '/'));

function missing(address: string): never {
  throw new Error(`Say which id stands in ${address}`);
}

/** A procedure whose only task is in a called process: its id has a dot for each call. */
const calling = process(
  'insieme',
  applied('s'),
  callActivity('call', 'processId="parte" bindingType="deployment"'),
  end('e'),
  ...path('s', 'call', 'e'),
);
const part = process('parte', start('begin'), deskTask('inside'), end('done'), ...path('begin', 'inside', 'done'));
const together = calling.replace(
  '</bpmn:definitions>',
  `${/<bpmn:process.*<\/bpmn:process>/.exec(part)?.[0] ?? ''}</bpmn:definitions>`,
);

const isOfAdministrators = (path: string): boolean => path.startsWith('amministrazione');

describe.skipIf(!hasBrowser)('every page of the three apps (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let apps: RunningApps;
  let giulia: Visitor;
  let operatore: Visitor;

  beforeAll(async () => {
    apps = await theApps();
    const { api } = apps;
    const { findings } = await publish(api.db, smallProcedure('insieme', together), new Date().toISOString());
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
  }, 180_000);
  afterAll(() => apps?.stop());

  /** Opens each address as from a link, and gives those that are not there. */
  async function loaded({ page }: Device, all: readonly string[]): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const address of all) {
      const answer = await page.goto(address);
      await atRest(page);
      const title = await page.locator('h1').first().innerText();
      const isThere =
        answer?.status() === 200 && !/non (c’è|esiste|trovat|è più|è disponibile)|non trovata|qualcosa/i.test(title);
      if (!isThere) wrong.push(`${address}: ${answer?.status()} ${title}`);
    }
    return wrong;
  }

  it('of the portal is there when its address is opened', async () => {
    const { dossierId, taskId, elementId } = await clarifying();
    const { draftId } = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const ids = { procedureId: 'accesso-agli-atti', dossierId, taskId, elementId, draftId, token: 'un-codice' };
    expect(taskId).toMatch(/\.w\d+$/);
    const device = await apps.signedIn('giulia', 'citizen', 390);
    expect(await loaded(device, addresses('', portalPaths, ids))).toEqual([]);
    expect(device.errors).toEqual([]);
    await device.close();
  });

  it('of the desk is there when its address is opened', async () => {
    const draft = await giulia.call('createDraft', { body: { procedureId: 'insieme' } });
    const answers = { ente: apps.api.bodyId, oggetto: 'Prova' };
    const { draftId } = draft;
    const { revision } = await giulia.call('saveDraft', {
      params: { draftId },
      body: { revision: draft.revision, answers },
    });
    const { dossierId } = await giulia.call('createApplication', {
      body: { draftId, revision },
      idempotencyKey: randomUUID(),
    });
    const taskId = await taskOf(dossierId);
    expect(taskId).toMatch(/\.w\d+\.w\d+$/);
    const device = await apps.signedIn('operatore', 'office');
    const ofAll = deskPaths.filter((path) => !isOfAdministrators(path));
    expect(await loaded(device, addresses('/ufficio', ofAll, { dossierId, taskId }))).toEqual([]);
    expect(device.errors).toEqual([]);
    await device.close();
  });

  it('of an administrator is there when its address is opened', async () => {
    const device = await apps.signedIn('amministratore', 'office', 390);
    const theirs = deskPaths.filter(isOfAdministrators);
    expect(await loaded(device, addresses('/ufficio', theirs, { register: 'uffici' }))).toEqual([]);
    expect(device.errors).toEqual([]);
    await device.close();
  });

  it('of the designer is there when its address is opened', async () => {
    const { packageId } = await aBlankPackage(await apps.api.signIn('analista', 'office'), 'aperto-subito');
    const device = await apps.signedIn('analista', 'office');
    expect(await loaded(device, addresses('/progetta', designerPaths, { packageId, path: 'service.json' }))).toEqual(
      [],
    );
    expect(device.errors).toEqual([]);
    await device.close();
  });

  it.each([
    {
      app: 'the portal',
      username: 'giulia',
      audience: 'citizen',
      all: ['/pratiche/nessuna', '/servizi/nessuno', '/servizi/nessuno/avvia'],
    },
    {
      app: 'the desk',
      username: 'operatore',
      audience: 'office',
      all: ['/ufficio/pratiche/nessuna', '/ufficio/attivita/nessuna.w1', '/ufficio/x/y'],
    },
  ] as const)('of $app that cannot be shown says so in its heading', async ({ username, audience, all }) => {
    const device = await apps.signedIn(username, audience, 390);
    const { page } = device;
    for (const address of all) {
      await page.goto(address);
      await page.locator('h1').waitFor();
      await device.look();
      const headings = await page.locator('h1').allInnerTexts();
      expect(headings, address).toHaveLength(1);
      expect(await page.title(), address).toContain(headings[0]);
    }
    await device.close();
  });

  it('that asks to confirm an address passes axe, before and after a link that works no more', async () => {
    const device = await apps.signedIn('giulia', 'citizen', 390);
    await device.page.goto('/indirizzo/un-codice');
    await device.page.getByRole('button', { name: 'Conferma' }).waitFor();
    await device.look();
    await device.page.getByRole('button', { name: 'Conferma' }).click();
    await device.page.getByRole('alert').waitFor();
    await device.look();
    await device.close();
  });

  it('after sending names the address of the application, reloaded too', async () => {
    const { dossierId } = await submitAs(
      apps.api,
      { visitor: giulia, username: 'giulia' },
      { email: 'un.altro.indirizzo@example.net' },
    );
    const device = await apps.signedIn('giulia', 'citizen', 390);
    await device.page.goto(`/pratiche/${dossierId}/inviata`);
    await device.page.getByText('un.altro.indirizzo@example.net', { exact: false }).first().waitFor();
    await device.look();
    expect(await device.page.getByRole('main').innerText()).not.toContain('giulia.bianchi@');
    await device.close();
  });

  /** A request that waits for its applicant to make it clearer, and an act that they may do meanwhile. */
  async function clarifying(): Promise<{ dossierId: string; taskId: string; elementId: string }> {
    const { dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' });
    const taskId = await taskOf(dossierId);
    await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
    const answers = { esitoVerifica: 'da-precisare', motivoPrecisazione: 'Quale verbale?' };
    await operatore.call('completeTask', { params: { taskId }, body: { answers }, idempotencyKey: randomUUID() });
    await completeAt(operatore, dossierId, asksFor('oggetto'));
    const { tasks, acts } = await giulia.call('readDossier', { params: { dossierId } });
    return { dossierId, taskId: tasks[0]?.taskId ?? '', elementId: acts[0]?.elementId ?? '' };
  }

  async function taskOf(dossierId: string): Promise<string> {
    const { items } = await operatore.call('listTasks', { query: { limit: 100 } });
    return items.find((one) => one.dossierId === dossierId)?.taskId ?? '';
  }
});
