import type { Answers, FormDocument } from '../schema/document.ts';

/** A form of two pages, with a condition and a list, for the stories of the parts that show whole forms. */
export const storyForm: FormDocument = {
  type: 'default',
  id: 'festa-di-strada',
  schemaVersion: 16,
  components: [
    {
      type: 'group',
      id: 'festa',
      label: 'La festa',
      description: 'Dove e quando si svolge',
      components: [
        { type: 'textfield', id: 'nome', key: 'nome', label: 'Nome della festa', validate: { required: true } },
        {
          type: 'datetime',
          subtype: 'date',
          id: 'giorno',
          key: 'giorno',
          label: 'Giorno',
          validate: { required: true },
        },
        {
          type: 'number',
          id: 'persone',
          key: 'persone',
          label: 'Persone attese',
          decimalDigits: 0,
          validate: { required: true, min: 1 },
        },
        {
          type: 'textarea',
          id: 'sicurezza',
          key: 'sicurezza',
          label: 'Misure di sicurezza',
          description: 'Servono da 200 persone in su',
          conditional: { hide: '= persone = null or persone < 200' },
          validate: { required: true, maxLength: 1000 },
        },
      ],
    },
    {
      type: 'group',
      id: 'organizzatori',
      label: 'Chi organizza',
      components: [
        {
          type: 'dynamiclist',
          id: 'gruppo',
          path: 'gruppo',
          label: 'Organizzatori',
          defaultRepetitions: 1,
          properties: { itemLabel: 'Persona', minItems: '1' },
          components: [
            { type: 'textfield', id: 'chi', key: 'chi', label: 'Nome e cognome', validate: { required: true } },
            { type: 'textfield', id: 'email', key: 'email', label: 'Posta elettronica', properties: { type: 'email' } },
          ],
        },
      ],
    },
  ],
};

/** Right answers to the form. */
export const storyAnswers: Answers = {
  nome: 'Festa di via Zamboni',
  giorno: '2026-11-16',
  persone: 350,
  sicurezza: 'Due vie di fuga verso piazza Verdi.\nUn presidio sanitario con ambulanza.',
  gruppo: [{ chi: 'Maria Rossi', email: 'maria.rossi@esempio.it' }, { chi: 'Carlo Bianchi' }],
};
