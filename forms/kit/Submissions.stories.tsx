import type { Meta, StoryObj } from '@storybook/react-vite';
import { Submissions } from './Submissions.tsx';
import { AT_A_DESK } from './story-width.ts';

const first = { sequence: 1, at: '2026-03-02T09:00:00.000Z', by: 'Giulia Bianchi' };
const later = { sequence: 14, at: '2026-03-12T15:41:00.000Z', by: 'Giulia Bianchi' };
const checked = { sequence: 9, at: '2026-03-05T08:20:00.000Z', by: 'Paola Conti' };

const asked = 'I verbali della commissione del 2025';
const precise = 'Il verbale della seduta del 3 marzo 2025,\ncon gli allegati';
const aFile = [{ documentId: 'delega', name: 'delega-del-condominio-di-via-emilia-123-firmata.pdf' }];

const meta = {
  title: 'Kit/Submissions',
  component: Submissions,
  args: {
    reader: 'office',
    documentHref: (documentId) => `#${documentId}`,
    submissions: [
      {
        ...first,
        kind: 'application',
        name: '',
        sections: [
          {
            title: 'Che cosa chiedi',
            rows: [
              { key: 'oggetto', label: 'Documenti richiesti', text: asked, others: [{ ...later, text: precise }] },
              { key: 'telefono', label: 'Telefono', text: '051 123456', origin: 'dossier', originOn: '2025-11-03' },
              { key: 'delega', label: 'Delega', text: aFile[0]?.name ?? '', files: aFile },
            ],
          },
        ],
      },
      {
        ...checked,
        kind: 'task',
        name: 'Verifica la richiesta',
        sections: [{ title: '', rows: [{ key: 'esito', label: 'Esito della verifica', text: 'Da precisare' }] }],
      },
      {
        ...later,
        kind: 'task',
        name: 'Precisa la richiesta',
        sections: [
          {
            title: '',
            rows: [
              { key: 'oggetto', label: 'Documenti richiesti', text: precise, others: [{ ...first, text: asked }] },
            ],
          },
        ],
      },
    ],
  },
} satisfies Meta<typeof Submissions>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A later form has changed an answer: both are shown, with who and when. */
export const Changed: Story = {};

/** Question and answer side by side. */
export const ChangedAtADesk: Story = { ...Changed, tags: ['!autodocs'], globals: AT_A_DESK };

/** To the person who sent it, folded away until asked for. */
export const Folded: Story = { args: { reader: 'applicant', closed: true } };

/** What was corrected: before and now, side by side. */
export const Corrected: Story = {
  args: {
    submissions: [
      {
        ...later,
        kind: 'correction',
        corrects: 1,
        name: 'Correggi ciò che hai presentato',
        sections: [
          {
            title: 'Che cosa chiedi',
            rows: [
              { key: 'oggetto', label: 'Documenti richiesti', text: precise, before: asked },
              { key: 'estremi', label: 'Numero o data', text: 'n. 3', before: '' },
              { key: 'telefono', label: 'Telefono', text: '051 123456' },
            ],
          },
          { title: '', rows: [{ key: 'interesse', label: 'Che interesse hai?', text: '', before: 'Ho partecipato' }] },
        ],
      },
    ],
  },
};

/** The same at a desk. */
export const CorrectedAtADesk: Story = { ...Corrected, tags: ['!autodocs'], globals: AT_A_DESK };

/** Sent before submissions were kept. */
export const CarriedOver: Story = {
  args: {
    submissions: [
      {
        ...first,
        kind: 'application',
        name: '',
        carried: true,
        sections: [{ title: 'Che cosa chiedi', rows: [{ key: 'oggetto', label: 'Documenti richiesti', text: asked }] }],
      },
    ],
  },
};
