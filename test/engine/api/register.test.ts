import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, romeDay } from '../../../engine/core/calendar.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { readRegisterPages } from '../../../engine/store/lists/register.ts';
import { anApi, submitAs, type RunningApi } from '../../support/api.ts';
import { completeAt } from '../../support/desk.ts';

let api: RunningApi;
/** The dossier that is not decided at first. */
let running = '';

beforeAll(async () => {
  api = await anApi();
  const giulia = await api.signIn('giulia', 'citizen');
  const operatore = await api.signIn('operatore', 'office');
  running = (await submitAs(api, { visitor: giulia, username: 'giulia' })).dossierId;
  const { dossierId } = await submitAs(
    api,
    { visitor: giulia, username: 'giulia' },
    { oggetto: 'Le multe di mio fratello Carlo Bianchi', tipo: 'civico-generalizzato', contieneDatiPersonali: 'no' },
  );
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  await completeAt(operatore, dossierId, { documentiIndividuati: 'Elenco', presenzaControinteressati: 'no' });
  await completeAt(operatore, dossierId, {
    esito: 'diniego',
    motivazioneDecisione: 'I dati riguardano una persona e non si possono dare ad altri.',
    oggettoRegistro: 'Sanzioni, "anni" 2024, 2025',
  });
});
afterAll(() => api.stop());

/** The days on which the first and the last request were made, and the last was decided: midnight may lie between. */
async function days(): Promise<{ readonly first: string; readonly last: string; readonly decided: string }> {
  const dossiers = await rowsOf<{ submittedAt: string; decidedAt: string | null }>(
    api.db,
    `SELECT submitted_at AS "submittedAt", decided_at AS "decidedAt" FROM dossiers ORDER BY submitted_at`,
  );
  const [first, last] = dossiers.map(({ submittedAt }) => romeDay(submittedAt));
  const decidedAt = dossiers.at(-1)?.decidedAt;
  if (first === undefined || last === undefined || !decidedAt) throw new Error('two dossiers, the last one decided');
  return { first, last, decided: romeDay(decidedAt) };
}

const path = '/api/v1/procedures/accesso-agli-atti/register';

const linesAt = async (query = ''): Promise<readonly string[]> => {
  const { status, bytes } = await api.visitor().download(path + query);
  expect(status).toBe(200);
  return new TextDecoder().decode(bytes).trim().split('\r\n');
};

// A story, told in its order.
describe('the public register of access', { shuffle: false }, () => {
  it('tells kind, subject, outcome and days to anybody', async () => {
    const { first, last, decided: decidedOn } = await days();
    const [headings, open, decided, ...more] = await linesAt();
    expect(more).toEqual([]);
    expect(headings).toBe(
      'Riga,Data della richiesta,Ente,Tipo di accesso,Oggetto,Controinteressati,Riesame,Esito,Data della decisione',
    );
    expect(open).toBe(`1,${first},Regione Emilia-Romagna,accesso documentale,,,,In corso,`);
    expect(decided).toBe(
      `2,${last},Regione Emilia-Romagna,accesso civico generalizzato,"Sanzioni, ""anni"" 2024, 2025",no,,Respinta,${decidedOn}`,
    );
  });

  it('names nobody, and no number of the register', async () => {
    expect((await linesAt()).join('\n')).not.toMatch(/Bianchi|Giulia|Carlo|BNCGLI|r_emiro|multe/);
  });

  it('goes out part by part, with the mark by which spreadsheets read accents', async () => {
    const { headers, bytes } = await api.visitor().download(path);
    expect(headers.get('content-length')).toBeNull();
    expect([...new Uint8Array(bytes).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).endsWith('\r\n')).toBe(true);
  });

  it('is that of the days asked for', async () => {
    expect(await linesAt('?from=2020-01-01&to=2020-12-31')).toHaveLength(1);
  });

  it('is read page by page, each request once', async () => {
    const { first, last } = await days();
    const outcomes: (string | null)[][] = [];
    const query = { procedureId: 'accesso-agli-atti', from: first, to: last, pageLength: 1 };
    for await (const rows of readRegisterPages(api.db, query)) outcomes.push(rows.map(({ outcome }) => outcome));
    expect(outcomes).toEqual([[null], ['diniego'], []]);
  });

  it('has answers as they were submitted, whatever the procedure has written since', async () => {
    const { first, last } = await days();
    const changed = `UPDATE dossiers SET snapshot = jsonb_set(snapshot, '{overwritten}', :answers) WHERE dossier_id = :running`;
    await rowsOf(api.owner, changed, { running, answers: '{"tipo":"civico-semplice"}' });
    const query = { procedureId: 'accesso-agli-atti', from: first, to: last };
    const kinds: unknown[] = [];
    for await (const rows of readRegisterPages(api.db, query))
      kinds.push(...rows.map(({ variables }) => variables['tipo']));
    expect(kinds).toEqual(['civico-semplice', 'civico-generalizzato']);
    await rowsOf(api.owner, changed, { running, answers: '{}' });
  });

  it('is a file, and refuses days that are none', async () => {
    const { headers } = await api.visitor().download(path);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="registro-accesso-agli-atti-/);
    expect(await api.visitor().send('GET', `${path}?from=ieri`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it('refuses a period that ends before it begins', async () => {
    expect(await api.visitor().send('GET', `${path}?from=2026-03-02&to=2026-03-01`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', issues: [{ path: 'query.from', code: 'request.period-reversed' }] },
    });
  });

  it('says in English what is wrong with a period to who reads in English', async () => {
    const headers = { 'accept-language': 'en' };
    expect(await api.visitor().send('GET', `${path}?from=2026-03-02&to=2026-03-01`, { headers })).toMatchObject({
      body: {
        title: 'The request is not written as expected',
        issues: [{ message: '“2026-03-02” comes after “2026-03-01”, the last day of the period' }],
      },
    });
    expect(await api.visitor().send('GET', `${path}?from=ieri`, { headers })).toMatchObject({
      body: { issues: [{ message: 'Invalid ISO date' }] },
    });
  });

  it('is given for 366 days at most', async () => {
    const today = romeDay(new Date().toISOString());
    expect((await api.visitor().download(`${path}?from=${addDays(today, -365)}`)).status).toBe(200);
    expect(await api.visitor().send('GET', `${path}?from=${addDays(today, -366)}`)).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'query.from', message: expect.stringContaining('366 giorni') }] },
    });
  });

  it.each(['from=0000-01-01&to=0000-02-01', 'to=0001-03-01', 'from=9999-12-31'])(
    'refuses days without a register: %s',
    async (query) => {
      expect(await api.visitor().send('GET', `${path}?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      });
    },
  );

  it('is not there for a procedure that does not exist', async () => {
    expect(await api.visitor().send('GET', path.replace('agli-atti', 'x'))).toMatchObject({
      status: 404,
      body: { code: 'procedure.not-found' },
    });
  });

  it('keeps the lines of days before today until the next day', async () => {
    const decisions = async (): Promise<readonly (string | undefined)[]> =>
      (await linesAt()).slice(1).map((line) => /(In corso|Respinta),/.exec(line)?.[1]);
    api.advance({ minutes: 24 * 60 });
    expect(await decisions()).toEqual(['In corso', 'Respinta']);
    const operatore = await api.signIn('operatore', 'office');
    await completeAt(operatore, running, { esitoVerifica: 'regolare' });
    await completeAt(operatore, running, { documentiIndividuati: 'Elenco', presenzaControinteressati: 'no' });
    await completeAt(operatore, running, {
      esito: 'diniego',
      motivazioneDecisione: 'I verbali non si possono dare prima della fine del concorso.',
    });
    expect(await decisions()).toEqual(['In corso', 'Respinta']);
    api.advance({ minutes: 24 * 60 });
    expect(await decisions()).toEqual(['Respinta', 'Respinta']);
  });

  it('breaks off where its lines cannot be read to the end', async () => {
    const today = romeDay(api.now());
    await api.owner.raw(`ALTER TABLE register_days RENAME TO register_days_away`);
    try {
      await expect(api.visitor().download(`${path}?from=${addDays(today, -10)}`)).rejects.toThrow();
    } finally {
      await api.owner.raw(`ALTER TABLE register_days_away RENAME TO register_days`);
    }
  });
});
