import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { fileAddress } from './file-kinds.ts';
import { StoryApp } from './StoryApp.tsx';
import { aDetail, aForm, aLetter, storyId } from './story-package.ts';
import { answering, problem, type StoryAnswers } from './story-server.ts';
import { unsavedFiles } from './unsaved-files.ts';

const { path } = aLetter;

const meta = {
  title: 'Progetta/File di un procedimento',
  component: StoryApp,
  args: { at: fileAddress(storyId, path) },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof StoryApp>;
export default meta;

type Story = StoryObj<typeof meta>;

const read: StoryAnswers = {
  [`GET /packages/${storyId}`]: { body: aDetail() },
  [`GET /packages/${storyId}/file`]: { body: aLetter },
};
const write = `PUT /packages/${storyId}/file`;
const theirs = aLetter.text.replace('accolta', 'accolta con riserva');

/** A server, and a browser that keeps nothing of other stories. */
function fresh(answers: StoryAnswers): () => () => void {
  return () => {
    unsavedFiles(window.localStorage).forget(storyId, path);
    unsavedFiles(window.localStorage).forget(storyId, aForm.path);
    return answering({ ...read, ...answers })();
  };
}

async function writeAndSave(canvasElement: HTMLElement): Promise<ReturnType<typeof within>> {
  const canvas = within(canvasElement);
  await userEvent.type(await canvas.findByLabelText('Testo del file'), 'Cordiali saluti');
  await userEvent.click(canvas.getByRole('button', { name: 'Salva' }));
  return canvas;
}

export const Letter: Story = { beforeEach: fresh({}) };
export const Loading: Story = { beforeEach: fresh({ [`GET /packages/${storyId}/file`]: 'never' }) };
export const NotThere: Story = {
  beforeEach: fresh({
    [`GET /packages/${storyId}/file`]: { status: 404, body: problem(404, 'package.not-found', 'Non c’è') },
  }),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Questo file non c’è')).toBeVisible();
  },
};

const form = {
  [`GET /packages/${storyId}/file`]: { body: aForm },
  [`GET /packages/${storyId}/texts`]: { body: { revision: 12, files: { [aForm.path]: aForm.text } } },
} as const;

/** A form opens in the builder. */
export const Form: Story = {
  args: { at: fileAddress(storyId, aForm.path) },
  beforeEach: fresh(form),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: /^Nome e cognome/ })).toBeVisible();
    await expect(canvas.getByText('Nessuna modifica da salvare.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Numero' }));
    await expect(await canvas.findByText(/Modifiche non ancora salvate/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Annulla/ }));
    await expect(await canvas.findByText('Nessuna modifica da salvare.')).toBeVisible();
  },
};

/** A text that is no form is shown as it is. */
export const NoForm: Story = {
  args: { at: fileAddress(storyId, aForm.path) },
  beforeEach: fresh({ ...form, [`GET /packages/${storyId}/file`]: { body: { ...aForm, text: '{ "id": 3 }' } } }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Il file non è un modulo')).toBeVisible();
    await expect(canvas.getByLabelText('Testo del file')).toHaveValue('{ "id": 3 }');
  },
};

/** Saved and checked: what is wrong with this file stands below it. */
export const Saved: Story = {
  beforeEach: fresh({
    [write]: { body: { revision: 13 } },
    [`POST /packages/${storyId}/checks`]: {
      body: {
        revision: 13,
        findings: [
          { rule: 'letter.unknown', level: 'error', file: path, message: 'Il nome «richiedente» non c’è.' },
          { rule: 'form.missing', level: 'error', file: 'procedure.bpmn', message: 'Di un altro file.' },
        ],
      },
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = await writeAndSave(canvasElement);
    await expect(await canvas.findByText(/revisione 13/)).toBeVisible();
    await expect(await canvas.findByText(/Il nome «richiedente» non c’è/)).toBeVisible();
    await expect(canvas.queryByText(/Di un altro file/)).toBeNull();
  },
};

/** Another analyst was faster: who, when, what differs; the text stays. */
export const ChangedElsewhere: Story = {
  beforeEach: fresh({
    [write]: {
      status: 409,
      body: problem(409, 'package.changed-elsewhere', {
        title: 'Intanto un’altra persona ha cambiato il file',
        details: {
          path,
          text: theirs,
          revision: 13,
          author: 'Paola Conti',
          changedAt: '2026-11-30T10:02:00.000Z',
        },
      }),
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = await writeAndSave(canvasElement);
    await expect(await canvas.findByText(/Paola Conti l’ha salvato/)).toBeVisible();
    await expect(canvas.getByLabelText('Testo del file')).toHaveValue(`${aLetter.text}Cordiali saluti`);
    await userEvent.click(canvas.getByText('Che cosa c’è di diverso'));
    await expect(canvas.getByText('la tua domanda è accolta con riserva.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Salva la mia versione' })).toBeVisible();
  },
};

export const DeletedElsewhere: Story = {
  beforeEach: fresh({
    [write]: {
      status: 409,
      body: problem(409, 'package.changed-elsewhere', {
        title: 'Intanto il file è cambiato',
        details: { path, deleted: true },
      }),
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = await writeAndSave(canvasElement);
    await expect(await canvas.findByText(/Qualcuno l’ha eliminato/)).toBeVisible();
  },
};

/** The session has ended in the middle: the text stays, and the browser keeps it. */
export const SignedOut: Story = {
  beforeEach: fresh({ [write]: { status: 401, body: problem(401, 'session.required', 'Serve accedere') } }),
  play: async ({ canvasElement }) => {
    const canvas = await writeAndSave(canvasElement);
    await expect(await canvas.findByText('La sessione è finita')).toBeVisible();
    await expect(canvas.getByLabelText('Testo del file')).toHaveValue(`${aLetter.text}Cordiali saluti`);
  },
};

export const Unreachable: Story = {
  beforeEach: fresh({ [write]: 'unreachable' }),
  play: async ({ canvasElement }) => {
    const canvas = await writeAndSave(canvasElement);
    await expect(await canvas.findByText(/Le modifiche restano in questo browser/)).toBeVisible();
  },
};

/** Changes of an earlier visit that were never saved stand here again. */
export const TakenUpAgain: Story = {
  beforeEach: () => {
    const stop = fresh({})();
    const keptAt = '2026-11-30T08:00:00.000Z';
    const kept = { packageId: storyId, path, title: 'Contributo', revision: 12, text: 'Di ieri', keptAt };
    unsavedFiles(window.localStorage).keep(kept);
    return stop;
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/Abbiamo ripreso le modifiche/)).toBeVisible();
    await expect(canvas.getByLabelText('Testo del file')).toHaveValue('Di ieri');
  },
};

/** Changes of an earlier visit, while somebody else has saved since: the same choice as when saving. */
export const TakenUpTooLate: Story = {
  beforeEach: () => {
    const stop = fresh({})();
    const keptAt = '2026-11-30T08:00:00.000Z';
    const kept = { packageId: storyId, path, title: 'Contributo', revision: 5, text: 'Di ieri', keptAt };
    unsavedFiles(window.localStorage).keep(kept);
    return stop;
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Intanto il file è cambiato')).toBeVisible();
  },
};
