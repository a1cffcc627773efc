import type { Answers, Component, FormDocument } from '../../forms/schema/document.ts';

/** Ten fields of the usual types; three have conditions, one a rule, one is computed. */
function tenFields(index: number): readonly Component[] {
  const key = (name: string): string => `${name}_${index}`;
  return [
    { type: 'textfield', key: key('nome'), label: 'Nome', validate: { required: true, maxLength: 80 } },
    { type: 'textfield', key: key('cf'), label: 'Codice fiscale', properties: { type: 'fiscal-code' } },
    { type: 'textfield', key: key('email'), label: 'E-mail', properties: { type: 'email' } },
    {
      type: 'radio',
      key: key('tipo'),
      label: 'Tipo',
      values: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
    },
    {
      type: 'number',
      key: key('importo'),
      label: 'Importo',
      conditional: { hide: `= ${key('tipo')} = "c"` },
      validate: { min: 0, rules: [{ expression: `= ${key('importo')} >= 1`, message: 'Almeno uno' }] },
    },
    { type: 'number', key: key('doppio'), label: 'Doppio', properties: { computed: `= ${key('importo')} * 2` } },
    { type: 'datetime', subtype: 'date', key: key('inizio'), label: 'Inizio' },
    {
      type: 'datetime',
      subtype: 'date',
      key: key('fine'),
      label: 'Fine',
      conditional: { hide: `= ${key('inizio')} = null or date(${key('inizio')}) > date("2030-01-01")` },
    },
    { type: 'checkbox', key: key('consenso'), label: 'Consenso' },
    {
      type: 'textarea',
      key: key('motivi'),
      label: 'Motivi',
      conditional: { hide: `= not(${key('consenso')})` },
      properties: { requiredWhen: `= ${key('importo')} > 100` },
    },
  ];
}

const answersOf = (index: number): Answers => ({
  [`nome_${index}`]: 'Ada Prova',
  [`cf_${index}`]: 'PRVDAA85D43A944G',
  [`email_${index}`]: 'ada@esempio.it',
  [`tipo_${index}`]: 'a',
  [`importo_${index}`]: 150,
  [`inizio_${index}`]: '2026-10-04',
  [`fine_${index}`]: '2026-12-31',
  [`consenso_${index}`]: true,
  [`motivi_${index}`]: 'Perché serve.',
});

const pages = Array.from({ length: 20 }, (_, index) => index);

/** A form of two hundred fields on twenty pages, with conditions, rules and computed fields. */
export const largeForm: FormDocument = {
  type: 'default',
  id: 'misura',
  schemaVersion: 16,
  components: pages.map((index) => ({ type: 'group', id: `pagina-${index}`, components: tenFields(index) })),
};

/** The same fields without pages. */
export const flatForm: FormDocument = { ...largeForm, components: pages.flatMap(tenFields) };

/** Right answers to all of it. */
export const largeAnswers: Answers = Object.assign({}, ...pages.map(answersOf));
