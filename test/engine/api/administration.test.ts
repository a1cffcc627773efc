import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
/** Administers the Region, which leads, and Bologna. */
let franco: Visitor;
/** Administers Modena, and nothing else. */
let modena: Visitor;

beforeAll(async () => {
  api = await anApi();
  await rowsOf(
    api.db,
    `INSERT INTO memberships (fiscal_code, body_id, office_code, role, first_on)
     SELECT 'RCCLNE83M52D548J', body_id, 'urp', 'administrator', '2020-01-01' FROM bodies WHERE ipa_code = 'c_f257'`,
  );
  franco = await api.signIn('amministratore', 'office');
  modena = await api.signIn('analista', 'office');
});
afterAll(() => api.stop());

const rows = async (visitor: Visitor, register: 'bodies' | 'offices' | 'people' | 'assign', query: object = {}) =>
  (await visitor.call('listRegisterRows', { params: { register }, query })).items;

const keep = (visitor: Visitor, register: 'bodies' | 'offices' | 'people' | 'assign', cells: Record<string, string>) =>
  visitor.call('keepRegisterRow', { params: { register }, body: { cells } });

const base64 = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n')).toString('base64');

const events = async (visitor: Visitor) => (await visitor.call('listAdministrationEvents', { query: {} })).items;

describe('who may administer', () => {
  it('is an administrator: nobody else sees or changes anything', async () => {
    const clerk = await api.signIn('operatore', 'office');
    for (const path of ['', '/bodies/r_emiro/gaps', '/registers/people/rows', '/registers/people/list', '/events'])
      expect((await clerk.send('GET', `/api/v1/administration${path}`)).body).toMatchObject({
        code: 'permission.denied',
      });
    await expect(keep(clerk, 'offices', { ente: 'r_emiro', codice: 'nuovo', nome: 'Nuovo' })).rejects.toMatchObject({
      problem: { code: 'permission.denied' },
    });
  });

  it('looks after all bodies where theirs leads, else after their own', async () => {
    expect(await franco.call('readAdministration', {})).toMatchObject({
      isLeader: true,
      bodies: [{ ipaCode: 'c_a944', name: 'Comune di Bologna' }, { ipaCode: 'r_emiro' }],
    });
    expect(await modena.call('readAdministration', {})).toMatchObject({
      isLeader: false,
      bodies: [{ ipaCode: 'c_f257', name: 'Comune di Modena' }],
    });
  });

  it('changes nothing of a body that is not theirs, and does not read who works there', async () => {
    const office = { ente: 'c_a944', codice: 'nuovo', nome: 'Nuovo' };
    expect((await keep(modena, 'offices', office)).complaints).toEqual([
      { line: 1, column: 'ente', message: '«c_a944» non va bene; serve un ente che si amministra: c_f257.' },
    ]);
    const body = { codice_ipa: 'arpae_er', nome: 'ARPAE', tipo: 'agenzia' };
    expect((await keep(modena, 'bodies', body)).complaints).toEqual([
      { line: 1, column: 'codice_ipa', message: '«arpae_er» non va bene; serve un amministratore dell’ente capofila.' },
    ]);
    const ending = { cells: { ente: 'c_a944', codice: 'rpct' }, lastOn: '2026-01-01' };
    expect(await modena.call('endRegisterRow', { params: { register: 'offices' }, body: ending })).toMatchObject({
      ended: false,
    });
    expect(await rows(modena, 'people')).toMatchObject([{ cells: { ente: 'c_f257', cognome: 'Ricci' } }]);
    expect((await modena.send('GET', '/api/v1/administration/registers/people/rows?body=r_emiro')).status).toBe(403);
    expect((await modena.send('GET', '/api/v1/administration/bodies/r_emiro/gaps')).status).toBe(403);
  });

  it('reads no dossiers', async () => {
    const { dossierId } = await submitAs(api, { visitor: await api.signIn('giulia', 'citizen'), username: 'giulia' });
    expect((await franco.call('listTasks', { query: {} })).items).toEqual([]);
    expect((await franco.call('listOfficeDossiers', { query: {} })).items).toEqual([]);
    expect(await franco.send('GET', `/api/v1/office/dossiers/${dossierId}`)).toMatchObject({ status: 404 });
  });
});

describe('a row', () => {
  it('is added, changed, found and ended, and each change says by whom', async () => {
    const office = { ente: 'c_f257', codice: 'edilizia', nome: 'Sportello edilizia' };
    expect(await keep(modena, 'offices', office)).toMatchObject({ kept: 1, complaints: [] });
    await keep(modena, 'offices', { ...office, nome: 'Sportello unico edilizia' });
    expect(await rows(modena, 'offices', { q: 'unico', body: 'c_f257' })).toEqual([
      {
        cells: { ...office, nome: 'Sportello unico edilizia', al: '' },
        names: { ente: 'Comune di Modena' },
        mayChange: true,
      },
    ]);
    const lastOn = '2026-01-31';
    const body = { cells: { ente: 'c_f257', codice: 'edilizia' }, lastOn };
    expect(await modena.call('endRegisterRow', { params: { register: 'offices' }, body })).toEqual({ ended: true });
    expect(await rows(modena, 'offices', { q: 'unico', body: 'c_f257' })).toEqual([]);
    expect(await rows(modena, 'offices', { q: 'unico', body: 'c_f257', ended: 'true' })).toHaveLength(1);
    expect(await events(modena)).toMatchObject([
      { author: 'Elena Ricci', register: 'offices', act: 'ended', cells: { codice: 'edilizia', al: lastOn } },
      { author: 'Elena Ricci', register: 'offices', act: 'kept', cells: { nome: 'Sportello unico edilizia' } },
      { author: 'Elena Ricci', register: 'offices', act: 'kept', cells: { nome: 'Sportello edilizia' } },
    ]);
    expect(api.logged().filter(({ security }) => security === 'administration')).toHaveLength(3);
  });

  it('that is wrong has all of it told', async () => {
    const cells = {
      codice_fiscale: 'X',
      nome: '',
      cognome: 'Y',
      ente: 'c_f257',
      ufficio: 'urp',
      ruolo: 'capo',
      dal: 'ieri',
    };
    const { kept, complaints } = await keep(modena, 'people', cells);
    expect([kept, complaints.map(({ column }) => column)]).toEqual([0, ['codice_fiscale', 'nome', 'ruolo', 'dal']]);
  });

  it('of one’s own role as administrator is ended by somebody else', async () => {
    const cells = { codice_fiscale: 'RCCLNE83M52D548J', ente: 'c_f257', ufficio: 'urp', ruolo: 'amministratore' };
    const ending = { params: { register: 'people' }, body: { cells, lastOn: '2026-01-31' } } as const;
    expect(await modena.call('endRegisterRow', ending)).toEqual({
      ended: false,
      against: 'Il proprio ruolo di amministratore lo chiude un altro amministratore.',
    });
    expect((await modena.call('readAdministration', {})).bodies).toHaveLength(1);
  });
});

describe('a list', () => {
  it('with wrong lines has all of them told, and nothing stored', async () => {
    const content = base64('ente;codice;nome', 'c_f257;tributi;Tributi', 'c_f257;Sport;Sport', 'c_a944;sport;');
    const keeping = await modena.call('importRegister', { params: { register: 'offices' }, body: { content } });
    expect(keeping).toMatchObject({ kept: 0 });
    expect(keeping.complaints.map(({ line, column }) => [line, column])).toEqual([
      [3, 'codice'],
      [4, 'nome'],
    ]);
    expect(await rows(modena, 'offices', { q: 'tributi' })).toEqual([]);
  });

  it('goes out with the columns that come in, and changes nothing when it comes back', async () => {
    const sent = await franco.download('/api/v1/administration/registers/people/list?body=r_emiro');
    const text = Buffer.from(sent.bytes).toString();
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFcodice_fiscale,nome,cognome,email,ente,ufficio,ruolo,dal,al',
      'CNTPLA76H55A944N,Paola,Conti,paola.conti@example.org,r_emiro,documenti,operatore,2000-01-01,',
    ]);
    const before = await rows(franco, 'people', { body: 'r_emiro' });
    const content = Buffer.from(sent.bytes).toString('base64');
    expect(await franco.call('importRegister', { params: { register: 'people' }, body: { content } })).toMatchObject({
      kept: before.length,
    });
    expect(await rows(franco, 'people', { body: 'r_emiro' })).toEqual(before);
  });
});

describe('a role that nobody plays', () => {
  const gaps = async (ipaCode: string) =>
    (await franco.call('listGaps', { params: { ipaCode } })).items.map(({ role, kind }) => `${role} ${kind}`);

  it('is a gap of its body until an office with people plays it', async () => {
    expect(await gaps('r_emiro')).toEqual([]);
    await keep(franco, 'bodies', { codice_ipa: 'arpae_er', nome: 'ARPAE', tipo: 'agenzia' });
    expect((await events(franco))[0]?.cells).toMatchObject({ codice_ipa: 'arpae_er', tipo: 'agenzia' });
    expect(await gaps('arpae_er')).toEqual([
      'asker no-office',
      'front-desk no-office',
      'reviewer no-office',
      'transparency-officer no-office',
    ]);
    const today = api.now().slice(0, 10);
    const given = {
      ente: 'arpae_er',
      procedimento: 'accesso-agli-atti',
      ruolo: 'front-desk',
      ufficio: 'urp',
      dal: today,
    };
    await keep(franco, 'assign', { ...given, ente_ufficio: 'r_emiro' });
    const others = ['reviewer', 'transparency-officer'];
    expect(await gaps('arpae_er')).toEqual(['asker', ...others].map((role) => `${role} no-office`));
    await keep(franco, 'offices', { ente: 'arpae_er', codice: 'rpct', nome: 'Trasparenza' });
    expect(await gaps('arpae_er')).toEqual(['asker no-office', ...others.map((role) => `${role} no-people`)]);
  });
});

it('what an assignment changes is told in true figures', async () => {
  const visitor = await api.signIn('marco', 'citizen');
  const before = { ente: 'c_a944', procedimento: 'accesso-agli-atti', ruolo: 'front-desk' };
  const ask = (cells: Record<string, string>) =>
    franco.call('readConsequences', { params: { register: 'assign' }, body: { cells } });
  expect(await ask(before)).toMatchObject({ openDossiers: 0, openTasks: 0 });
  const [bologna] = await rowsOf<{ id: string }>(api.db, `SELECT body_id AS id FROM bodies WHERE ipa_code = 'c_a944'`);
  for (const _ of [1, 2]) await submitAs(api, { visitor, username: 'marco' }, { ente: bologna?.id });
  expect(await ask(before)).toEqual({
    openDossiers: 2,
    openTasks: 2,
    officeName: 'Ufficio relazioni con il pubblico',
  });
  expect(await ask({ ...before, ruolo: 'transparency-officer' })).toMatchObject({ openDossiers: 2, openTasks: 0 });
});

describe('a value that a body gives to a parameter', () => {
  const given = { procedimento: 'accesso-agli-atti', parametro: 'rispostaGiorni', fonte: 'Regolamento 3/2026, art. 2' };
  const keepValue = (cells: Record<string, string>) =>
    franco.call('keepRegisterRow', { params: { register: 'parameters' }, body: { cells: { ...given, ...cells } } });
  const beginning = async (ente: string | undefined) => {
    const visitor = await api.signIn('marco', 'citizen');
    const { dossierId } = await submitAs(api, { visitor, username: 'marco' }, { ente });
    const [row] = await rowsOf<{ days: string; data: object }>(
      api.db,
      `SELECT d.snapshot #>> '{variables,parameters,rispostaGiorni}' AS days, e.data
         FROM dossiers d JOIN events e USING (dossier_id)
        WHERE d.dossier_id = :dossierId AND e.type = 'application.submitted'`,
      { dossierId },
    );
    return row;
  };

  it('holds in dossiers that begin while it lasts, and their record says by which act', async () => {
    const [modenaId] = await rowsOf<{ id: string }>(
      api.db,
      `SELECT body_id AS id FROM bodies WHERE ipa_code = 'c_f257'`,
    );
    expect(await keepValue({ ente: 'c_f257', valore: '20', dal: '2020-01-01' })).toMatchObject({ kept: 1 });
    const begun = await beginning(modenaId?.id);
    expect(Number(begun?.days)).toBe(20);
    expect(begun?.data).toMatchObject({
      bodyParameters: [{ name: 'rispostaGiorni', value: 20, source: 'Regolamento 3/2026, art. 2' }],
    });
    const elsewhere = await beginning(api.bodyId);
    expect(Number(elsewhere?.days)).toBe(30);
    expect(elsewhere?.data).not.toHaveProperty('bodyParameters');
  });

  it('is of a parameter that the procedure leaves to the bodies, and of its kind', async () => {
    const wrong = await keepValue({ ente: 'c_f257', valore: 'venti', dal: '2020-01-01' });
    expect(wrong.complaints).toEqual([{ line: 1, column: 'valore', message: '«venti» non va bene; serve un numero.' }]);
    for (const parametro of ['nessuno', 'riesameGiorni']) {
      const { complaints } = await keepValue({ ente: 'c_f257', parametro, valore: '2', dal: '2020-01-01' });
      expect(complaints.map(({ column }) => column)).toEqual(['parametro']);
    }
  });
});

describe('what a body says on a card', () => {
  const said = { ente: 'c_f257', procedimento: 'accesso-agli-atti', fonte: 'Delibera 4/2026' };
  const say = (cells: Record<string, string>) =>
    modena.call('keepRegisterRow', { params: { register: 'texts' }, body: { cells: { ...said, ...cells } } });
  const card = (body?: string) =>
    api.visitor().call('readProcedure', {
      params: { procedureId: 'accesso-agli-atti' },
      query: body === undefined ? {} : { body },
    });

  it('is shown on the card of that body while it lasts, and on no other', async () => {
    await say({ voce: 'orari', testo: 'Lunedì 9-13\nGiovedì 15-17', dal: '2020-01-01' });
    await say({ voce: 'note', testo: 'Chiuso per trasloco', dal: '2020-01-01', al: '2020-02-01' });
    const texts = [
      { name: 'hours', text: 'Lunedì 9-13\nGiovedì 15-17', source: 'Delibera 4/2026', firstOn: '2020-01-01' },
    ];
    const short = (days: number) => ({ shortDescription: expect.stringContaining(`entro ${days} giorni`) as string });
    expect(await card('c_f257')).toMatchObject({ service: short(20) });
    expect(await card()).toMatchObject({ service: short(30) });
    expect(await card('c_f257')).toMatchObject({ maximumDays: 20, ofBody: { name: 'Comune di Modena', texts } });
    expect(await card('r_emiro')).toMatchObject({ maximumDays: 30, ofBody: { ipaCode: 'r_emiro', texts: [] } });
    const general = await card();
    expect(general).not.toHaveProperty('ofBody');
    expect(general.bodies).toEqual([{ ipaCode: 'c_f257', name: 'Comune di Modena' }]);
    expect(await card('nessuno')).not.toHaveProperty('ofBody');
  });

  it('ends with the day before the next', async () => {
    await say({ voce: 'costi', testo: 'Gratis', dal: '2030-01-01' });
    await say({ voce: 'costi', testo: '5 euro', dal: '2029-01-01' });
    const { items } = await modena.call('listRegisterRows', { params: { register: 'texts' }, query: { q: 'costs' } });
    expect(items.map(({ cells }) => [cells['voce'], cells['dal'], cells['al']])).toEqual([
      ['costi', '2029-01-01', '2029-12-31'],
      ['costi', '2030-01-01', ''],
    ]);
  });

  it('that holds twice on a day is told to who administers the body', async () => {
    await say({ voce: 'contatti', testo: 'Via Roma 1', dal: '2029-01-01', al: '2029-06-30' });
    await say({ voce: 'contatti', testo: 'Via Po 2', dal: '2029-06-01', al: '2029-12-31' });
    const { values } = await modena.call('listGaps', { params: { ipaCode: 'c_f257' } });
    expect(values).toMatchObject([{ kind: 'texts', name: 'contacts', fault: 'twice', on: '2029-06-01' }]);
  });
});
