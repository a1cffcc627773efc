import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { ByDay } from './ByDay.tsx';

const entries = [
  { at: '2026-10-04T09:30:00Z', title: 'La richiesta è stata presa in carico' },
  { at: '2026-10-03T22:30:00Z', title: 'La pratica è passata all’ufficio' },
  { at: '2026-10-03T09:00:00Z', title: 'Hai inviato la richiesta' },
];

const meta: Meta = {
  title: 'Kit/ByDay',
  render: () => (
    <ByDay entries={entries}>
      {(happened) => (
        <ol>
          {happened.map(({ at, title }) => (
            <li key={at}>{title}</li>
          ))}
        </ol>
      )}
    </ByDay>
  ),
};
export default meta;

/**
 * Days in Rome: what happens before midnight in Greenwich may be of the next day. Each is closed until it is pressed.
 */
export const Days: StoryObj = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Hai inviato la richiesta')).not.toBeVisible();
    await userEvent.click(canvas.getByText('3 ottobre 2026'));
    await expect(canvas.getByText('Hai inviato la richiesta')).toBeVisible();
    await expect(canvas.getByText('La pratica è passata all’ufficio')).not.toBeVisible();
  },
};
