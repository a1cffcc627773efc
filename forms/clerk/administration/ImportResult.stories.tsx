import type { Meta, StoryObj } from '@storybook/react-vite';
import { AT_A_DESK } from '../../kit/story-width.ts';
import './desk-styles.ts';
import { ImportResult } from './ImportResult.tsx';

const meta = {
  title: 'Scrivania/Amministrazione/Importazione',
  component: ImportResult,
  args: {
    keeping: {
      kept: 0,
      notes: [],
      complaints: [
        { message: 'Manca la colonna «nome».' },
        {
          line: 3,
          column: 'codice_fiscale',
          message: '«FBBCRL64T19H294X» non va bene; serve il codice fiscale di una persona.',
        },
        { line: 4, column: 'ruolo', message: '«capo» non va bene; serve uno tra operatore, responsabile, dirigente.' },
      ],
    },
  },
} satisfies Meta<typeof ImportResult>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Refused: Story = {};
export const RefusedAtADesk: Story = { tags: ['!autodocs'], globals: AT_A_DESK };
export const Kept: Story = { args: { keeping: { kept: 31, notes: [], complaints: [] } } };
export const KeptWithANote: Story = {
  args: {
    keeping: {
      kept: 1,
      notes: ['In arpae_er nessun ufficio svolge questi ruoli: accesso-agli-atti front-desk (urp).'],
      complaints: [],
    },
  },
};
