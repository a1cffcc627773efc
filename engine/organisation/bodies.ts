import type { Body } from '../../forms/contract/bodies.ts';
import { endBody, findBodies, keepBodies } from '../store/organisation/bodies.ts';
import { ipaCode, oneOf, optional, text, wordIn } from './columns.ts';
import { ungivenIn, unplayedIn } from './gaps.ts';
import { cellOf, given, until, type Register } from './register.ts';

const kinds = {
  regione: 'region',
  provincia: 'province',
  comune: 'municipality',
  unione: 'union',
  'azienda-sanitaria': 'health-authority',
  agenzia: 'agency',
  stato: 'state',
  altro: 'other',
} as const satisfies Readonly<Record<string, Body['kind']>>;

const digits = { expected: 'un codice ISTAT di sole cifre', read: (cell: string) => /^\d{1,6}$/.exec(cell)?.[0] };
const province = { expected: 'la sigla di una provincia', read: (cell: string) => /^[A-Z]{2}$/.exec(cell)?.[0] };

/** The public bodies of an installation. */
export const bodies: Register = {
  name: 'bodies',
  what: 'enti',
  columns: {
    codice_ipa: ipaCode,
    nome: text,
    tipo: oneOf(kinds),
    codice_istat: optional(digits),
    provincia: optional(province),
  },
  key: ['codice_ipa'],
  owner: { column: 'codice_ipa', byLeader: true },
  misfits: () => [],
  keep: (db, rows) =>
    keepBodies(
      db,
      rows.map((row) => ({
        ipaCode: cellOf(row, 'codice_ipa'),
        name: cellOf(row, 'nome'),
        kind: kindOf(cellOf(row, 'tipo')),
        ...given('istatCode', row, 'codice_istat'),
        ...given('province', row, 'provincia'),
      })),
    ),
  notes: async (db, rows, on) => {
    const ipaCodes = rows.map((row) => cellOf(row, 'codice_ipa'));
    return [...(await unplayedIn(db, ipaCodes, on)), ...(await ungivenIn(db, ipaCodes, on))];
  },
  find: async (db, sought) =>
    (await findBodies(db, sought)).map((body) => ({
      cells: {
        codice_ipa: body.ipaCode,
        nome: body.name,
        tipo: wordIn(kinds, body.kind),
        codice_istat: body.istatCode ?? '',
        provincia: body.province ?? '',
        al: body.lastOn ?? '',
      },
      names: { codice_ipa: body.name },
    })),
  says: (row) => `${cellOf(row, 'codice_ipa')}: ${cellOf(row, 'nome')}${until(row)}`,
  ending: { columns: ['codice_ipa'], least: 1 },
  end: async (db, cells, lastOn) => {
    const code = cellOf(cells, 'codice_ipa');
    const isThere = await endBody(db, code, lastOn);
    return isThere ? { ended: [{ codice_ipa: code, al: lastOn }] } : { against: `L’ente ${code} non c’è.` };
  },
};

const kindOf = (value: string): Body['kind'] => Object.values(kinds).find((kind) => kind === value) ?? 'other';
