import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, romeDay } from '../../../engine/core/calendar.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import { publish } from '../../../engine/publish.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { endBody, keepBodies } from '../../../engine/store/organisation/bodies.ts';
import { endDelegation, keepDelegations } from '../../../engine/store/organisation/delegations.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { anApplication } from '../../support/application.ts';

const modena = { istatCode: '036023', name: 'Modena', province: 'MO' };
const bologna = { istatCode: '037006', name: 'Bologna', province: 'BO' };
const milano = { istatCode: '015146', name: 'Milano', province: 'MI' };

let api: RunningApi;
let giulia: Visitor;
beforeAll(async () => {
  api = await anApi();
  giulia = await api.signIn('giulia', 'citizen');
  await publish(api.owner, await byPlace('municipality'), api.now());
  await keepBodies(api.db, [
    { ipaCode: 'udc_terre', name: 'Unione delle Terre', kind: 'union' },
    { ipaCode: 'p_mo', name: 'Provincia di Modena', kind: 'province', province: 'MO' },
  ]);
  await rowsOf(
    api.db,
    `INSERT INTO offices (body_id, code, name) SELECT b.body_id, o.code, o.name FROM bodies b, offices o JOIN bodies r
      ON r.body_id = o.body_id AND r.ipa_code = 'r_emiro' WHERE b.ipa_code IN ('udc_terre', 'p_mo')`,
  );
});
afterAll(() => api.stop());

/** Access to documents whose body follows from a municipality in the place of the choice of the body. */
async function byPlace(level: string): Promise<ProcedureFiles> {
  const files = await readProcedureFolder(
    fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url)),
  );
  const card = JSON.parse(files.files['service.json'] ?? '') as { competence: object };
  const competence = { ...card.competence, from: { place: 'luogo', level, function: 'accesso' } };
  const form = JSON.parse(files.files['forms/accesso-richiesta.json'] ?? '') as {
    components: { components: object[] }[];
  };
  const place = {
    type: 'textfield',
    key: 'luogo',
    label: 'Comune',
    validate: { required: true },
    properties: { type: 'municipality', validOn: 'today' },
  };
  const [page] = form.components;
  page?.components.unshift(place);
  const body = page?.components.find((component) => 'key' in component && component.key === 'ente');
  Object.assign(body ?? {}, { validate: {}, defaultValue: null });
  const changed = {
    'service.json': JSON.stringify({ ...card, competence }),
    'forms/accesso-richiesta.json': JSON.stringify(form),
  };
  return { ...files, files: { ...files.files, ...changed } };
}

const delegate = (firstOn = '2020-01-01') =>
  keepDelegations(api.db, [{ ipaCode: 'c_f257', functionCode: 'accesso', toIpaCode: 'udc_terre', firstOn }]);

const found = (place: object | null) =>
  giulia.call('findCompetentBody', { params: { procedureId: 'accesso-agli-atti' }, body: { place: place as never } });

/** Fills in an application for a place; gives what sends it, with the body that was shown. */
async function filled(luogo: object, more: object = {}, shown?: string) {
  const { draftId, answers, revision } = await giulia.call('createDraft', {
    body: { procedureId: 'accesso-agli-atti' },
  });
  const { ente: _ente, ...rest } = anApplication('giulia', '');
  const body = { revision, answers: { ...answers, ...rest, luogo, ...more } as never, pageId: 'x', reasons: {} };
  const saved = await giulia.call('saveDraft', { params: { draftId }, body });
  const application = { draftId, revision: saved.revision, ...(shown === undefined ? {} : { bodyId: shown }) };
  const idempotencyKey = randomUUID();
  return () => giulia.call('createApplication', { body: application, idempotencyKey });
}

const send = async (...application: Parameters<typeof filled>) => (await filled(...application))();

describe('the competent body', () => {
  it('is the municipality of the place, and the application goes there', async () => {
    const { body, ...why } = await found(modena);
    expect(body).toMatchObject({ name: 'Comune di Modena' });
    expect(why).toEqual({ level: 'municipality', place: 'Modena (MO)' });
    expect(await send(modena, {}, body?.bodyId)).toMatchObject({ bodyName: 'Comune di Modena' });
    expect(await found({ sheet: '1', municipality: modena })).toMatchObject({ body: { name: 'Comune di Modena' } });
    expect(await found({ street: 'Via Po', municipality: 'MODENA', province: 'MO' })).toMatchObject({ body });
    expect(await found(null)).toEqual({ level: 'municipality' });
  });

  it('is the union while the municipality has delegated the function', async () => {
    await delegate();
    expect(await found(modena)).toMatchObject({
      body: { name: 'Unione delle Terre' },
      delegated: { by: 'Comune di Modena', from: '2020-01-01' },
    });
    const again = await filled(modena);
    expect(await again()).toMatchObject({ bodyName: 'Unione delle Terre' });
    await endDelegation(api.db, { ipaCode: 'c_f257', functionCode: 'accesso' }, '2020-12-31');
    expect(await again()).toMatchObject({ bodyName: 'Unione delle Terre' });
    expect(await found(modena)).toMatchObject({ body: { name: 'Comune di Modena' } });
    expect(await send(modena)).toMatchObject({ bodyName: 'Comune di Modena' });
  });

  it('is refused where the person was shown another one, or names one', async () => {
    const shown = (await found(modena)).body?.bodyId ?? '';
    await expect(send(bologna, {}, shown)).rejects.toMatchObject({ problem: { code: 'competence.other-body' } });
    await expect(send(bologna, { ente: shown })).rejects.toMatchObject({ problem: { code: 'competence.other-body' } });
  });

  it('is none for a municipality without a body here', async () => {
    expect(await found(milano)).toEqual({ level: 'municipality', place: 'Milano (MI)' });
    await expect(send(milano)).rejects.toMatchObject({ problem: { code: 'competence.no-body' } });
  });

  it('is that of the province or of the Region where the procedure says so', async () => {
    await publish(api.owner, await byPlace('province'), api.now());
    expect(await found(modena)).toMatchObject({ body: { name: 'Provincia di Modena' } });
    expect(await found(bologna)).toEqual({ level: 'province', place: 'Bologna (BO)' });
    await publish(api.owner, await byPlace('region'), api.now());
    expect(await found(bologna)).toMatchObject({ body: { name: 'Regione Emilia-Romagna' } });
    expect(await found(milano)).not.toHaveProperty('body');
  });

  it('is the health authority to which the municipality says it belongs, where there are several', async () => {
    await publish(api.owner, await byPlace('health-authority'), api.now());
    await keepBodies(api.db, [
      { ipaCode: 'ausl_bo', name: 'AUSL di Bologna', kind: 'health-authority', province: 'BO' },
      { ipaCode: 'ausl_im', name: 'AUSL di Imola', kind: 'health-authority', province: 'BO' },
    ]);
    expect(await found(bologna)).not.toHaveProperty('body');
    const given = { ipaCode: 'c_a944', functionCode: 'accesso', toIpaCode: 'ausl_bo', firstOn: '2020-01-01' };
    await keepDelegations(api.db, [given]);
    expect(await found(bologna)).toMatchObject({ body: { name: 'AUSL di Bologna' } });
  });

  it('is the agency of the Region, for whichever of its municipalities', async () => {
    await publish(api.owner, await byPlace('agency'), api.now());
    expect(await found(bologna)).toEqual({ level: 'agency', place: 'Bologna (BO)' });
    await keepBodies(api.db, [{ ipaCode: 'arpae', name: 'ARPAE', kind: 'agency' }]);
    for (const place of [modena, bologna]) expect(await found(place)).toMatchObject({ body: { name: 'ARPAE' } });
    expect(await found(milano)).toEqual({ level: 'agency', place: 'Milano (MI)' });
  });

  it('is, of two agencies, the one to which the municipality has given the function', async () => {
    await keepBodies(api.db, [{ ipaCode: 'ag_acque', name: 'Agenzia delle Acque', kind: 'agency' }]);
    expect(await found(modena)).not.toHaveProperty('body');
    await keepDelegations(api.db, [
      { ipaCode: 'c_f257', functionCode: 'accesso', toIpaCode: 'ag_acque', firstOn: '2021-01-01' },
    ]);
    expect(await found(modena)).toMatchObject({ body: { name: 'Agenzia delle Acque' } });
    expect(await found(bologna)).not.toHaveProperty('body');
  });

  it('is who performs the function for the agency, and none after the last day of the agency', async () => {
    const today = romeDay(api.now());
    await endBody(api.db, 'ag_acque', addDays(today, -1));
    await keepDelegations(api.db, [
      { ipaCode: 'arpae', functionCode: 'accesso', toIpaCode: 'p_mo', firstOn: '2022-01-01' },
    ]);
    expect(await found(bologna)).toMatchObject({
      body: { name: 'Provincia di Modena' },
      delegated: { by: 'ARPAE', from: '2022-01-01' },
    });
  });
});
