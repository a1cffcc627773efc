import type { Meta, StoryObj } from '@storybook/react-vite';
import './desk-styles.ts';
import { Changes } from './Changes.tsx';

const event = { at: '2026-10-03T08:30:00.000Z', ipaCode: 'r_emiro', bodyName: 'Regione Emilia-Romagna' };

const meta = {
  title: 'Scrivania/Amministrazione/Ultime modifiche',
  component: Changes,
  args: {
    events: [
      {
        ...event,
        eventId: 2,
        author: 'Franco Galli',
        register: 'assign',
        act: 'ended',
        cells: {
          ente: 'r_emiro',
          procedimento: 'accesso-agli-atti',
          ruolo: 'front-desk',
          dal: '2026-01-01',
          al: '2026-10-03',
        },
      },
      {
        ...event,
        eventId: 1,
        author: 'Riga di comando',
        register: 'offices',
        act: 'kept',
        cells: { ente: 'r_emiro', codice: 'urp', nome: 'Ufficio relazioni con il pubblico' },
      },
    ],
  },
} satisfies Meta<typeof Changes>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Some: Story = {};
export const None: Story = { args: { events: [] } };
