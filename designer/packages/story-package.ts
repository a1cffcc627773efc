import type { CallOutput } from '../../forms/contract/client.ts';
import type { PackageDetail, PackageSummary } from '../../forms/contract/packages.ts';

/** The id of the package of the stories. */
export const storyId = '019a0000-0000-7000-8000-000000000001';
const bodyId = '019a0000-0000-7000-8000-0000000000b0';

/** A package as its list has it. */
export const aSummary = (changes: Partial<PackageSummary> = {}): PackageSummary => ({
  packageId: storyId,
  procedureId: 'contributo-affitti',
  title: 'Contributo per l’affitto',
  bodyId,
  bodyName: 'Regione Emilia-Romagna',
  state: 'changed',
  version: 3,
  revision: 12,
  changedAt: '2026-11-30T09:30:00.000Z',
  changedBy: 'Elena Ricci',
  checked: { errors: 0, warnings: 1 },
  needsAnother: false,
  ...changes,
});

const paths = [
  'procedure.bpmn',
  'service.json',
  'parameters.json',
  'forms/domanda.json',
  'forms/esame.json',
  'decisions/importo.dmn',
  'templates/concessione.md',
  'translations/en.json',
  'scenarios/concesso.json',
  '_parts/withdrawal/procedure.bpmn',
  'README.md',
];

/** A package with a file of each kind. */
export const aDetail = (changes: Partial<PackageDetail> = {}): PackageDetail => ({
  ...aSummary(),
  files: paths.map((path, index) => ({
    path,
    revision: index === 6 ? 12 : 1,
    changedAt: '2026-11-30T09:30:00.000Z',
    changedBy: index === 6 ? 'Elena Ricci' : 'Paola Conti',
    size: 900 + index * 400,
  })),
  ...changes,
});

/** What happened to its files. */
export const aHistory: CallOutput<'readPackageHistory'> = {
  items: [
    ['templates/concessione.md', 12, 'written', 'Elena Ricci'] as const,
    ['forms/vecchio.json', 11, 'deleted', 'Paola Conti'] as const,
    ...paths.map((path) => [path, 1, 'created', 'Paola Conti'] as const),
  ].map(([path, revision, kind, changedBy]) => {
    return { path, revision, kind, changedBy, changedAt: '2026-11-30T09:30:00.000Z' };
  }),
};

/** The letter of the package as the server has it. */
export const aLetter: CallOutput<'readPackageFile'> = {
  path: 'templates/concessione.md',
  revision: 12,
  changedAt: '2026-11-30T09:30:00.000Z',
  changedBy: 'Elena Ricci',
  text: '# Concessione del contributo\n\nGentile {{ richiedente.nome }},\n\nla tua domanda è accolta.\n',
};

/** The form of the package as the server has it. */
export const aForm: CallOutput<'readPackageFile'> = {
  path: 'forms/domanda.json',
  revision: 1,
  changedAt: '2026-11-30T09:30:00.000Z',
  changedBy: 'Paola Conti',
  text: JSON.stringify({
    type: 'default',
    id: 'domanda',
    schemaVersion: 16,
    components: [
      {
        type: 'group',
        id: 'pagina1',
        label: 'Chi chiede',
        components: [{ type: 'textfield', id: 'nome', key: 'nome', label: 'Nome e cognome' }],
      },
    ],
  }),
};

/** Whoever signed in draws for two bodies. */
export const aSession: CallOutput<'readSession'> = {
  audience: 'office',
  signInUrl: '/auth/office/sign-in',
  signOutUrl: '/auth/office/sign-out',
  development: false,
  person: {
    personId: '019a0000-0000-7000-8000-0000000000a1',
    givenName: 'Elena',
    familyName: 'Ricci',
    level: 2,
    memberships: [
      [bodyId, 'Regione Emilia-Romagna'] as const,
      ['019a0000-0000-7000-8000-0000000000b1', 'Comune di Bologna'] as const,
    ].map(([id, bodyName]) => ({
      bodyId: id,
      bodyName,
      officeCode: 'urp',
      officeName: 'URP',
      role: 'analyst' as const,
    })),
  },
};
