import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { fieldStories, formStory, type FieldStory } from '../stories.tsx';
import { DateField } from './Field.tsx';

export default { title: 'Campi/Data', component: DateField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'datetime',
    subtype: 'date',
    key: 'inizio',
    label: 'Inizio dei lavori',
    description: 'Non prima di oggi',
    validate: { required: true },
    properties: { notBefore: 'today' },
  },
  filled: '2026-11-16',
  wrong: '2026-02-28',
  english: { label: 'Start of the works', description: 'Not before today' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;

/** A time of day, and a day with its time. */
export const Time: FieldStory = fieldStories({
  component: { type: 'datetime', subtype: 'time', key: 'ora', label: 'Ora di apertura' },
  filled: '09:30',
  wrong: '25:00',
}).filled;

const dayAndTime = fieldStories({
  component: {
    type: 'datetime',
    subtype: 'datetime',
    key: 'evento',
    label: 'Inizio dell’evento',
    validate: { required: true },
  },
  filled: '2026-11-16T21:00',
  wrong: '2026-11-16T',
});

export const DayAndTime: FieldStory = dayAndTime.filled;
export const DayAndTimeWrong: FieldStory = dayAndTime.wrong;

/** A day that does not exist stays in the box, and the sentence at it says so. */
export const NoSuchDay: FieldStory = formStory({
  components: [{ type: 'datetime', id: 'giorno', key: 'giorno', label: 'Giorno' }],
  answers: { giorno: '31/02/2026' },
  wrong: 'giorno',
});

/** What is written reaches the form as it is written; the calendar is one more way to write it. */
export const Written: FieldStory = formStory({
  components: [{ type: 'datetime', id: 'giorno', key: 'giorno', label: 'Giorno' }],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole('textbox', { name: /Giorno/ });
    await userEvent.type(input, '3/2');
    await userEvent.click(canvas.getByRole('button', { name: 'Continua' }));
    await expect(await canvas.findByText(/Completa «Giorno»/, { selector: 'p span' })).toBeVisible();
    await expect(input).toHaveValue('3/2');
    await expect(canvas.getByRole('button', { name: 'Apri il calendario' })).toBeVisible();
  },
});
