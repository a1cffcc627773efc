import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, within } from 'storybook/test';
import { StoryApp } from './StoryApp.tsx';
import { aDetail, aHistory, aSession, aSummary, storyId } from './story-package.ts';
import { answering, problem } from './story-server.ts';

const meta = {
  title: 'Progetta/Procedimenti',
  component: StoryApp,
  args: { at: '/' },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof StoryApp>;
export default meta;

type Story = StoryObj<typeof meta>;

const page = `/procedimenti/${storyId}`;
const detail = `GET /packages/${storyId}`;
const history = { [`GET /packages/${storyId}/history`]: { body: aHistory } };
const offline = problem(503, 'service.unavailable', 'Il servizio non è disponibile');

/** A procedure in each state that it may have. */
export const List: Story = {
  beforeEach: answering({
    'GET /packages': {
      body: {
        items: [
          aSummary(),
          aSummary({ packageId: storyId.replace(/1$/, '2'), title: 'Bando giovani', state: 'published', version: 1 }),
          aSummary({
            packageId: storyId.replace(/1$/, '3'),
            title: 'Concessione di una sala',
            state: 'draft',
            version: undefined,
            checked: { errors: 2, warnings: 0 },
          }),
          aSummary({
            packageId: storyId.replace(/1$/, '4'),
            title: 'Rimborso trasporti',
            state: 'retired',
            checked: undefined,
          }),
        ],
      },
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Pubblicato, con modifiche da pubblicare, versione 3 in uso')).toBeVisible();
    await expect(canvas.getByText('In lavorazione')).toBeVisible();
    await expect(canvas.getByText('Ritirato')).toBeVisible();
    await expect(canvas.getByText('2 errori nei controlli')).toBeVisible();
  },
};

export const ListEmpty: Story = { beforeEach: answering({ 'GET /packages': { body: { items: [] } } }) };
export const ListLoading: Story = { beforeEach: answering({ 'GET /packages': 'never' }) };
export const ListFailed: Story = { beforeEach: answering({ 'GET /packages': { status: 503, body: offline } }) };
export const ListUnreachable: Story = { beforeEach: answering({ 'GET /packages': 'unreachable' }) };

/** Forms that an earlier designer kept in this browser alone, one of which cannot be read any more. */
export const LeftForms: Story = {
  beforeEach: () => {
    const draft = { id: 'richiesta', components: [] };
    const work = { draft, changedAt: '2026-11-02T08:00:00.000Z', notices: [] };
    window.localStorage.setItem('iter.modulo.uno', JSON.stringify(work));
    window.localStorage.setItem('iter.modulo.due', '{');
    const stop = answering({ 'GET /packages': { body: { items: [aSummary()] } } })();
    return () => {
      stop();
      window.localStorage.removeItem('iter.modulo.uno');
      window.localStorage.removeItem('iter.modulo.due');
    };
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Moduli rimasti in questo browser')).toBeVisible();
    await expect(canvas.getByText(/si può solo scaricare/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Metti richiesta in un procedimento' }));
    await expect(await screen.findByLabelText('Procedimento')).toHaveDisplayValue('Contributo per l’affitto');
    await userEvent.click(screen.getByRole('button', { name: 'Annulla' }));
  },
};

/** Each way to begin says what it needs before it asks the server. */
export const Begin: Story = {
  args: { at: '/comincia' },
  beforeEach: answering({
    'GET /sessions/current': { body: aSession },
    'GET /procedures': { body: { items: [] } },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const fresh = within(await canvas.findByRole('form', { name: 'Da zero' }));
    await userEvent.type(fresh.getByLabelText('Titolo'), 'Città dell’arte 2027');
    await expect(fresh.getByLabelText('Nome nel sistema')).toHaveValue('citta-dell-arte-2027');
    await userEvent.click(within(canvas.getByRole('form', { name: 'Da un archivio zip' })).getByRole('button'));
    await expect(canvas.getByText('Scegli un file.')).toBeVisible();
    await expect(canvas.getByLabelText('Ente')).toHaveDisplayValue('Regione Emilia-Romagna');
  },
};

/** The name is taken by a package of the same body: the way there stands beside the refusal. */
export const BeginTaken: Story = {
  args: { at: '/comincia' },
  beforeEach: answering({
    'GET /sessions/current': { body: aSession },
    'GET /procedures': { body: { items: [] } },
    'POST /packages': {
      status: 409,
      body: problem(409, 'package.exists', {
        title: 'Un procedimento con questo nome c’è già',
        details: { packageId: storyId },
      }),
    },
  }),
  play: async ({ canvasElement }) => {
    const fresh = within(await within(canvasElement).findByRole('form', { name: 'Da zero' }));
    await userEvent.type(fresh.getByLabelText('Titolo'), 'Contributo affitti');
    await userEvent.click(fresh.getByRole('button'));
    const link = await within(canvasElement).findByRole('link', { name: 'Apri il procedimento che c’è già' });
    await expect(link).toHaveAttribute('href', page);
  },
};

export const Package: Story = {
  args: { at: page },
  beforeEach: answering({ [detail]: { body: aDetail() }, ...history }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const kind of ['Diagramma', 'Moduli', 'Tabelle di decisione', 'Lettere e documenti', 'Passi pronti']) {
      await expect(await canvas.findByRole('heading', { name: kind })).toBeVisible();
    }
    await expect(await canvas.findByRole('button', { name: 'Riporta alla revisione 1' })).toBeVisible();
  },
};

export const PackageLoading: Story = { args: { at: page }, beforeEach: answering({ [detail]: 'never' }) };
export const PackageNotThere: Story = {
  args: { at: page },
  beforeEach: answering({
    [detail]: { status: 404, body: problem(404, 'package.not-found', 'Il pacchetto o il file non c’è') },
  }),
};

/** A start has held back what the product brings: the analyst is told, and how to take it. */
export const HeldBack: Story = {
  args: { at: page },
  beforeEach: answering({ [detail]: { body: aDetail({ heldAt: '2026-11-29T06:00:00.000Z' }) }, ...history }),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/Il prodotto ha portato una versione nuova/)).toBeVisible();
  },
};

/** Four eyes: whoever changed it last is told why the button does nothing. */
export const NeedsAnother: Story = {
  args: { at: page },
  beforeEach: answering({ [detail]: { body: aDetail({ needsAnother: true }) }, ...history }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/L’ultima modifica è tua/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Pubblica' })).toBeDisabled();
  },
};

/** What keeps a procedure from being published leads to the file and the element. */
export const Refused: Story = {
  args: { at: page },
  beforeEach: answering({
    [detail]: { body: aDetail() },
    ...history,
    [`POST /packages/${storyId}/publications`]: {
      body: {
        findings: [
          {
            rule: 'form.missing',
            level: 'error',
            file: 'procedure.bpmn',
            elementId: 'examine-request',
            message: 'L’attività usa il modulo «assente», che non c’è.',
          },
          { rule: 'api.old', level: 'warning', file: 'service.json', message: 'Mancano i contatti.' },
        ],
      },
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Pubblica' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Pubblica il procedimento' }));
    const place = await canvas.findByRole('link', { name: 'in procedure.bpmn, elemento examine-request' });
    await expect(place.getAttribute('href')).toContain('elemento=examine-request');
  },
};

export const Published: Story = {
  args: { at: page },
  beforeEach: answering({
    [detail]: { body: aDetail() },
    ...history,
    [`POST /packages/${storyId}/publications`]: { body: { version: 4, findings: [] } },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Pubblica' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Pubblica il procedimento' }));
    await expect(await canvas.findByText(/Pubblicata la versione 4/)).toBeVisible();
  },
};

/** Retiring asks first and says what goes on. */
export const Retiring: Story = {
  args: { at: page },
  beforeEach: answering({ [detail]: { body: aDetail() }, ...history }),
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Ritira' }));
    await expect(await screen.findByText(/Le pratiche aperte continuano/)).toBeVisible();
  },
};

/** The session has ended: the way in leads back here. */
export const SignedOut: Story = {
  args: { at: page },
  beforeEach: answering({
    [detail]: { body: aDetail() },
    ...history,
    [`POST /packages/${storyId}/checks`]: { status: 401, body: problem(401, 'session.required', 'Serve accedere') },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Controlla' }));
    await expect(await canvas.findByRole('link', { name: 'Accedi di nuovo' })).toBeVisible();
  },
};
