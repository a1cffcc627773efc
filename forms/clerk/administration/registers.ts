import type { Administration, RegisterName } from '../../contract/administration.ts';
import { t } from '../../text/administration.ts';
import type { administration } from '../../text/it/administration.ts';

/** A column of a list, by the name that CSV has for it. */
export type ColumnName = keyof (typeof administration)['column'];

/** A choice of a column. */
export interface ColumnChoice {
  readonly value: string;
  readonly label: string;
}

/** How the cell of a column is written. */
export type ColumnKind =
  | 'text'
  | 'paragraphs'
  | 'code'
  | 'day'
  | 'body'
  | 'office'
  | 'procedure'
  | 'parameter'
  | 'card-text'
  | 'role'
  | 'body-kind'
  | 'person-role';

/** A list as its page shows and asks for it. */
export interface RegisterView {
  readonly name: RegisterName;
  /** Its place in the address. */
  readonly slug: string;
  /** The columns that are asked for, in their order; that of the body itself is given by the page. */
  readonly columns: readonly ColumnName[];
  readonly optional: readonly ColumnName[];
  /** The columns that tell rows apart: they are not changed. */
  readonly key: readonly ColumnName[];
  /** Whether its rows belong to the body that the page is about. */
  readonly isOfBody: boolean;
}

/** Every list, in the order of the page. A test compares the columns with those that the server reads. */
export const registerViews: readonly RegisterView[] = [
  {
    name: 'offices',
    slug: 'uffici',
    columns: ['codice', 'nome'],
    optional: [],
    key: ['codice'],
    isOfBody: true,
  },
  {
    name: 'people',
    slug: 'persone',
    columns: ['codice_fiscale', 'nome', 'cognome', 'email', 'ufficio', 'ruolo', 'dal', 'al'],
    optional: ['email', 'al'],
    key: ['codice_fiscale', 'ufficio', 'ruolo', 'dal'],
    isOfBody: true,
  },
  {
    name: 'assign',
    slug: 'assegnazioni',
    columns: ['procedimento', 'ruolo', 'ente_ufficio', 'ufficio', 'dal', 'al'],
    optional: ['ente_ufficio', 'al'],
    key: ['procedimento', 'ruolo', 'dal'],
    isOfBody: true,
  },
  {
    name: 'delegations',
    slug: 'deleghe',
    columns: ['funzione', 'delegato', 'dal', 'al'],
    optional: ['al'],
    key: ['funzione', 'dal'],
    isOfBody: true,
  },
  {
    name: 'parameters',
    slug: 'parametri',
    columns: ['procedimento', 'parametro', 'valore', 'fonte', 'dal', 'al'],
    optional: ['al'],
    key: ['procedimento', 'parametro', 'dal'],
    isOfBody: true,
  },
  {
    name: 'texts',
    slug: 'schede',
    columns: ['procedimento', 'voce', 'testo', 'fonte', 'dal', 'al'],
    optional: ['al'],
    key: ['procedimento', 'voce', 'dal'],
    isOfBody: true,
  },
  {
    name: 'bodies',
    slug: 'enti',
    columns: ['codice_ipa', 'nome', 'tipo', 'codice_istat', 'provincia'],
    optional: ['codice_istat', 'provincia'],
    key: ['codice_ipa'],
    isOfBody: false,
  },
];

/** How a column of a list is written. */
export function kindOf(register: RegisterName, column: ColumnName): ColumnKind {
  if (column === 'ruolo') return register === 'people' ? 'person-role' : 'role';
  return kinds[column] ?? 'text';
}

const kinds: Readonly<Partial<Record<ColumnName, ColumnKind>>> = {
  codice_ipa: 'code',
  codice: 'code',
  codice_fiscale: 'code',
  funzione: 'code',
  tipo: 'body-kind',
  ente_ufficio: 'body',
  delegato: 'body',
  ufficio: 'office',
  procedimento: 'procedure',
  parametro: 'parameter',
  voce: 'card-text',
  testo: 'paragraphs',
  dal: 'day',
  al: 'day',
};

const bodyKinds = [
  'regione',
  'provincia',
  'comune',
  'unione',
  'azienda-sanitaria',
  'agenzia',
  'stato',
  'altro',
] as const;

const personRoles = [
  'operatore',
  'responsabile',
  'dirigente',
  'analista',
  'auditor',
  'gestore-dati',
  'amministratore',
] as const;

/** The kinds of bodies, with what people call them. */
export const bodyKindChoices = (): readonly ColumnChoice[] =>
  bodyKinds.map((value) => ({ value, label: t(`administration.kind.${value}`) }));

/** The roles of people, with what people call them. */
export const personRoleChoices = (): readonly ColumnChoice[] =>
  personRoles.map((value) => ({ value, label: t(`administration.person.${value}`) }));

/** The published procedures. */
export const procedureChoices = ({ procedures }: Administration): readonly ColumnChoice[] =>
  procedures.map(({ procedureId, title }) => ({ value: procedureId, label: title }));

/** The roles of a procedure; none while it is not chosen. */
export const roleChoices = ({ procedures }: Administration, procedureId: string): readonly ColumnChoice[] =>
  procedures.find((one) => one.procedureId === procedureId)?.roles.map(({ code, label }) => ({ value: code, label })) ??
  [];

const leftBy = ({ procedures }: Administration, procedureId: string) =>
  procedures.find((one) => one.procedureId === procedureId)?.ofBodies;

/** The parameters that a procedure leaves to the bodies; none while it is not chosen. */
export const parameterChoices = (known: Administration, procedureId: string): readonly ColumnChoice[] =>
  Object.entries(leftBy(known, procedureId)?.parameters ?? {}).map(([value, { label }]) => ({ value, label }));

const cardTexts = { contatti: 'contacts', orari: 'hours', costi: 'costs', note: 'notes' } as const;

type CardWord = keyof typeof cardTexts;

// The keys of an object written here.
const cardWords = Object.keys(cardTexts) as readonly CardWord[];

/** The word that lists have for a text of the card: `orari` for `hours`. */
export const cardTextWord = (name: string): CardWord => cardWords.find((word) => cardTexts[word] === name) ?? 'note';

/** What people call a text of the card. */
export const cardTextLabel = (name: string): string => t(`administration.cardText.${cardTextWord(name)}`);

/** What a procedure lets a body say on its card; all of it while none is chosen. */
export function cardTextChoices(known: Administration, procedureId: string): readonly ColumnChoice[] {
  const left = leftBy(known, procedureId)?.texts;
  return cardWords
    .filter((word) => left === undefined || cardTexts[word] in left)
    .map((word) => ({ value: word, label: t(`administration.cardText.${word}`) }));
}

/** What people read in a cell: the label of its code, where there is one. */
export function wordOf(
  { register, column, value }: { readonly register: RegisterName; readonly column: ColumnName; readonly value: string },
  {
    cells,
    names,
    known,
  }: {
    readonly cells: Readonly<Record<string, string>>;
    readonly names: Readonly<Record<string, string>>;
    readonly known: Administration;
  },
): string {
  const choices = choicesIn(kindOf(register, column), cells['procedimento'] ?? '', known);
  return names[column] ?? choices.find((choice) => choice.value === value)?.label ?? value;
}

function choicesIn(kind: ColumnKind, procedureId: string, known: Administration): readonly ColumnChoice[] {
  if (kind === 'body-kind') return bodyKindChoices();
  if (kind === 'person-role') return personRoleChoices();
  if (kind === 'procedure') return procedureChoices(known);
  if (kind === 'parameter') return parameterChoices(known, procedureId);
  if (kind === 'card-text') return cardTextChoices(known, procedureId);
  return kind === 'role' ? roleChoices(known, procedureId) : [];
}
