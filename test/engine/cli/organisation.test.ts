import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performCommandLine } from '../../../engine/cli/command-line.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { anApplication } from '../../support/application.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let folder: string;
beforeAll(async () => {
  iter = await aRunningIter();
  folder = mkdtempSync(join(tmpdir(), 'iter-csv-'));
});
afterAll(async () => {
  await iter.stop();
  rmSync(folder, { recursive: true });
});

async function iterSays(...words: readonly string[]) {
  const lines: string[] = [];
  const code = await performCommandLine(words, {
    env: { DATABASE_URL: iter.database.url },
    print: (text) => void lines.push(text),
    complain: (text) => void lines.push(text),
  });
  return { code, lines };
}

/** Imports a list of these lines. */
function imported(register: string, ...lines: readonly string[]) {
  const file = join(folder, `${register}.csv`);
  writeFileSync(file, lines.join('\r\n'));
  return iterSays(register, 'import', file);
}

const count = async (table: string) => (await rowsOf(iter.deps.db, `SELECT 1 FROM ${table}`)).length;

const peopleHeader = 'codice_fiscale;nome;cognome;email;ente;ufficio;ruolo;dal;al';

describe('bodies, offices, people and assignments', () => {
  it('are imported, listed and ended one after the other', async () => {
    expect(await imported('bodies', 'codice_ipa;nome;tipo', 'arpae_er;ARPAE Emilia-Romagna;agenzia')).toEqual({
      code: 0,
      lines: [
        'Registrati: 1 enti.',
        'In arpae_er nessun ufficio svolge questi ruoli: accesso-agli-atti asker (urp), accesso-agli-atti front-desk (urp), accesso-agli-atti reviewer (rpct), accesso-agli-atti transparency-officer (rpct).',
      ],
    });
    expect((await imported('offices', 'ente;codice;nome', 'arpae_er;pareri;Pareri ambientali')).code).toBe(0);
    expect(
      await imported('people', peopleHeader, 'CNTPLA76H55A944N;Paola;Conti;;arpae_er;pareri;operatore;01/01/2026;'),
    ).toEqual({ code: 0, lines: ['Registrati: 1 ruoli di persone.'] });
    const given = 'r_emiro;accesso-agli-atti;front-desk;arpae_er;pareri;2026-01-01';
    expect((await imported('assign', 'ente;procedimento;ruolo;ente_ufficio;ufficio;dal', given)).code).toBe(0);

    expect((await iterSays('bodies', 'list', 'arpae')).lines).toEqual(['arpae_er: ARPAE Emilia-Romagna']);
    expect((await iterSays('offices', 'list', 'arpae')).lines).toEqual(['arpae_er pareri: Pareri ambientali']);
    expect((await iterSays('people', 'list', 'arpae')).lines).toEqual([
      'CNTPLA76H55A944N Paola Conti: operatore in arpae_er pareri, dal 2026-01-01',
    ]);
    expect((await iterSays('assign', 'list', 'arpae')).lines).toEqual([
      'r_emiro accesso-agli-atti front-desk: arpae_er pareri, dal 2026-01-01',
    ]);

    const on = ['--on', '2026-06-30'];
    expect((await iterSays('assign', 'end', 'r_emiro', 'accesso-agli-atti', 'front-desk', ...on)).code).toBe(0);
    expect((await iterSays('people', 'end', 'CNTPLA76H55A944N', 'arpae_er', ...on)).code).toBe(0);
    expect((await iterSays('offices', 'end', 'arpae_er', 'pareri', ...on)).code).toBe(0);
    expect((await iterSays('bodies', 'end', 'arpae_er', ...on)).code).toBe(0);
    for (const register of ['bodies', 'offices', 'people', 'assign'])
      expect((await iterSays(register, 'list', 'arpae')).lines).toEqual([
        expect.stringMatching(/, fino al 2026-06-30$/),
      ]);
  });

  it('are ended once, and only if they are there', async () => {
    expect((await iterSays('people', 'end', 'CNTPLA76H55A944N', 'c_z999')).code).toBe(1);
    expect((await iterSays('bodies', 'end', 'nessuno')).lines).toEqual(['L’ente nessuno non c’è.']);
    expect((await iterSays('bodies', 'end', 'r_emiro', '--on', '31 marzo')).code).toBe(2);
  });
});

describe('a list with wrong lines', () => {
  it('has all of them told, and nothing stored', async () => {
    const before = [await count('staff'), await count('memberships')];
    const { code, lines } = await imported(
      'people',
      peopleHeader,
      'FBBCRL64T19H294Q;Carlo;Fabbri;;r_emiro;documenti;dirigente;2026-01-01;',
      'FBBCRL64T19H294X;Carlo;Fabbri;;r_emiro;documenti;capo;2026-01-01;',
      'GRCNNA68P42D548O;Anna;Greco;;r_emiro;nessuno;dirigente;2026-01-01;2025-12-31',
      'GRCNNA68P42D548O;;Greco;anna;c_zzzz;rpct;dirigente;31/02/2026;',
      'FBBCRL64T19H294Q;Carlo;Fabbri;;r_emiro;documenti;dirigente;2026-01-01;',
    );
    expect(code).toBe(1);
    expect(lines).toEqual([
      'Riga 3, colonna codice_fiscale: «FBBCRL64T19H294X» non va bene; serve il codice fiscale di una persona.',
      'Riga 3, colonna ruolo: «capo» non va bene; serve uno tra operatore, responsabile, dirigente, analista, auditor, gestore-dati, amministratore.',
      'Riga 4, colonna ufficio: «nessuno» non va bene; serve un ufficio di r_emiro.',
      'Riga 4, colonna al: «2025-12-31» non va bene; serve un giorno che non viene prima di «dal».',
      'Riga 5, colonna nome: non c’è niente; serve un testo di 200 caratteri al massimo.',
      'Riga 5, colonna email: «anna» non va bene; serve un indirizzo email.',
      'Riga 5, colonna dal: «31/02/2026» non va bene; serve un giorno, come 2026-03-31 o 31/03/2026.',
      'Riga 6, colonna codice_fiscale: «FBBCRL64T19H294Q» non va bene; serve una riga sola per codice_fiscale, ente, ufficio, ruolo, dal: c’è già alla riga 2.',
      'Non ho registrato nulla: da correggere 8 punti.',
    ]);
    expect([await count('staff'), await count('memberships')]).toEqual(before);
  });

  it('of which a column is missing or unknown is not read', async () => {
    expect(await imported('offices', 'ente;codice;titolo', 'r_emiro;urp;URP')).toEqual({
      code: 1,
      lines: [
        'Manca la colonna «nome».',
        'La colonna «titolo» non si conosce: sono ente, codice, nome.',
        'Non ho registrato nulla: da correggere 2 punti.',
      ],
    });
  });

  it('assigns no role that the procedure does not have', async () => {
    const header = 'ente;procedimento;ruolo;ufficio;dal';
    const { lines } = await imported('assign', header, 'r_emiro;accesso-agli-atti;sindaco;urp;2026-01-01');
    expect(lines[0]).toBe(
      'Riga 2, colonna ruolo: «sindaco» non va bene; serve un ruolo del procedimento: front-desk, asker, holding-office, decider, transparency-officer, reviewer.',
    );
  });
});

it('an assignment that follows another ends it with the day before', async () => {
  const header = 'ente;procedimento;ruolo;ufficio;dal';
  await imported('assign', header, 'c_f257;accesso-agli-atti;front-desk;urp;2026-01-01');
  await imported('assign', header, 'c_f257;accesso-agli-atti;front-desk;documenti;2026-03-01');
  expect((await iterSays('assign', 'list', 'c_f257')).lines).toEqual([
    'c_f257 accesso-agli-atti front-desk: c_f257 urp, dal 2026-01-01, fino al 2026-02-28',
    'c_f257 accesso-agli-atti front-desk: c_f257 documenti, dal 2026-03-01',
  ]);
});

it('an office that answers for open dossiers is not ended', async () => {
  await iter.submit('giulia', anApplication('giulia', iter.bodyId) as Parameters<RunningIter['submit']>[1]);
  const { code, lines } = await iterSays('offices', 'end', 'r_emiro', 'documenti');
  expect(code).toBe(1);
  expect(lines.join(' ')).toMatch(/0 attività aperte e una pratica non conclusa/);
});

it('a function is delegated to a union, and taken back', async () => {
  await imported('bodies', 'codice_ipa;nome;tipo', 'unione_sorbara;Unione del Sorbara;unione');
  const header = 'ente;funzione;delegato;dal';
  expect((await imported('delegations', header, 'c_f257;sportello-edilizia;c_f257;2026-01-01')).lines[0]).toBe(
    'Riga 2, colonna delegato: «c_f257» non va bene; serve un ente diverso da quello che delega.',
  );
  expect((await imported('delegations', header, 'c_f257;sportello-edilizia;unione_sorbara;2026-01-01')).code).toBe(0);
  await iterSays('delegations', 'end', 'c_f257', 'sportello-edilizia', '--on', '2026-06-30');
  expect((await iterSays('delegations', 'list', 'sorbara')).lines).toEqual([
    'c_f257 sportello-edilizia: unione_sorbara, dal 2026-01-01, fino al 2026-06-30',
  ]);
});

it('one body leads an installation, and another one can be named', async () => {
  const leaders = () => rowsOf(iter.deps.db, 'SELECT ipa_code FROM bodies WHERE leads');
  expect(await leaders()).toEqual([{ ipa_code: 'r_emiro' }]);
  expect((await iterSays('bodies', 'lead', 'nessuno')).lines).toEqual(['L’ente nessuno non c’è.']);
  expect((await iterSays('bodies', 'lead', 'c_f257')).code).toBe(0);
  expect(await leaders()).toEqual([{ ipa_code: 'c_f257' }]);
});

it('what the command line changes is recorded, and cannot be altered', async () => {
  await imported('offices', 'ente;codice;nome', 'c_f257;registrato;Registrato');
  const [event] = await rowsOf<{ author: string; register: string }>(
    iter.deps.db,
    `SELECT author, register FROM administration_events WHERE cells ->> 'codice' = 'registrato'`,
  );
  expect(event).toEqual({ author: 'Riga di comando', register: 'offices' });
  await expect(rowsOf(iter.deps.db, `UPDATE administration_events SET author = 'x'`)).rejects.toThrow();
});
