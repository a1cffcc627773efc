import type { Body } from '../../../forms/contract/bodies.ts';
import { endBody, findBodies, keepBodies } from '../../store/organisation/bodies.ts';
import { ipaCode, oneOf, optional, text } from './columns.ts';
import { cellOf, given, until, type Register } from './register.ts';
import { unplayedIn } from './unplayed.ts';

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
  notes: (rows, known) =>
    unplayedIn(
      rows.map((row) => cellOf(row, 'codice_ipa')),
      known,
    ),
  list: async (db, sought) =>
    (await findBodies(db, sought)).map((body) => `${body.ipaCode}: ${body.name}${until(body.lastOn)}`),
  ending: { parameters: '<codice IPA>', words: [1, 1] },
  end: async (db, [code = ''], lastOn) => ((await endBody(db, code, lastOn)) ? undefined : `L’ente ${code} non c’è.`),
};

const kindOf = (value: string): Body['kind'] => Object.values(kinds).find((kind) => kind === value) ?? 'other';
