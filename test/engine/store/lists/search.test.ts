import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { wordsOf } from '../../../../engine/core/search/words.ts';
import { openDatabase, rowsOf, type Db } from '../../../../engine/store/db.ts';
import { alikeInDossiers, soughtIn } from '../../../../engine/store/lists/search.ts';
import { migrate } from '../../../../engine/store/migrate.ts';

const text = `r_emiro/2026/0000042
  Perché «l’autorizzazione» per le opere del “Comune” di Sant’Agata: domande e contributi dell’ambiente, già presentate
  Dall'Olio Niccolò RSSMRA80A01H501U Città metropolitana n. 7 planimetria_piano-terra.pdf IMPIANTO`;

// What is typed, whether it finds the text as typed, and whether it does so when it is taken for something similar.
const queries: readonly (readonly [string, boolean, boolean])[] = [
  ['domanda', true, true],
  ['contributo', true, true],
  ['autorizzazioni', true, true],
  ['opera', true, true],
  ['OPERE comune', true, true],
  ['comune opere', true, true],
  ['citta', true, true],
  ['città', true, true],
  ["citta'", true, true],
  ['Niccolo', true, true],
  ['niccolò dall’olio', true, true],
  ['dallolio', true, true],
  ['d’all’olio', true, true],
  ['sant agata', true, true],
  ['santagata', true, true],
  ['ambiente', true, true],
  ['l’ambiente', true, true],
  ['le domande per l’ambiente', true, true],
  ['perché', true, true],
  ['perche', true, true],
  ['42', true, true],
  ['0000042', true, true],
  ['00042', true, true],
  ['2026/42', true, true],
  ['r_emiro/2026/0000042', true, true],
  ['0042', true, true],
  ['rssmra80a01h501u', true, true],
  ['RSS MRA 80A01 H501U', true, true],
  ['rssmra80', true, true],
  ['planimetria', true, true],
  ['planimetria piano terra', true, true],
  ['impianti', true, true],
  ['autoriz', true, true],
  ['ambeinte', false, true],
  ['contrbuto', false, true],
  ['domnade', false, true],
  ['autorizazione', false, true],
  ['niccollò', false, true],
  ['paino terra', false, true],
  ['planimteria piano', false, true],
  ['opere assenti', false, false],
  ['43', false, false],
  ['bologna', false, false],
  ['tir', false, false],
];

const { url: serverUrl } = inject('postgres');
const server = new pg.Client({ connectionString: serverUrl });
beforeAll(() => server.connect());
afterAll(() => server.end());

describe.each([
  ['of the embedded server', ''],
  ['C of the machine', `TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`],
])('in the locale %s', (_name, options) => {
  const name = `iter_${randomUUID().replaceAll('-', '')}`;
  let db: Db;

  beforeAll(async () => {
    await server.query(`CREATE DATABASE ${name} ${options}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    await migrate(url.href);
    db = openDatabase(url.href);
    const words = wordsOf(text).map(({ plain }) => plain);
    await rowsOf(db, 'INSERT INTO search_words SELECT unnest(CAST(:words AS text[]))', { words });
  });
  afterAll(async () => {
    await db.destroy();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });

  const finds = async (query: string): Promise<boolean | undefined> => {
    const words = wordsOf(text);
    const [row] = await rowsOf<{ found: boolean }>(
      db,
      `SELECT (to_tsvector('iter_italian', :written) || array_to_tsvector(CAST(:plain AS text[]))) @@ CAST(:query AS tsquery)
         AS found`,
      { written: words.map((word) => word.written).join(' '), plain: words.map((word) => word.plain), query },
    );
    return row?.found;
  };

  it.each(queries)('%j finds as typed: %j, as meant: %j', async (query, asTyped, asMeant) => {
    const sought = await soughtIn(db, query, alikeInDossiers);
    expect(await finds(sought?.asTyped ?? '')).toBe(asTyped);
    expect(await finds((await sought?.asMeant()) ?? '')).toBe(asMeant);
  });

  it('a query of signs only asks for nothing', async () => {
    expect(await soughtIn(db, ' «»’ & | ! ', alikeInDossiers)).toBeUndefined();
  });

  it.each(["q' | w", 'x & y', '!!!q', "\\'", 'q:*', '<->', '(', "';--"])('%j is only words', async (query) => {
    const sought = await soughtIn(db, query, alikeInDossiers);
    if (sought !== undefined) expect(await finds(sought.asTyped)).toBe(false);
  });
});
