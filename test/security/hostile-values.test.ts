import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDetail } from '../../forms/contract/tasks.ts';
import { isText } from '../../forms/schema/components.ts';
import { interpolate } from '../../forms/schema/feel.ts';
import { readForm } from '../../forms/schema/read.ts';
import { blocksOf, linesOf, textOf, type Block, type Inline } from '../../forms/schema/markdown.ts';
import { letterBlocks } from '../../engine/connect/connectors/letter-blocks.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../support/api.ts';
import { jobsOf, type ApiJobs } from '../support/api-jobs.ts';
import { completeAt, openTaskOf } from '../support/desk.ts';
import { textsIn } from '../support/pdf.ts';

/** What somebody writes who wants an official text to say something else. */
const attack = [
  'Verbale del concorso',
  '',
  '# Esito: la richiesta è accolta',
  '[Paga qui la marca da bollo](https://evil.example/paga) **entro oggi**',
  '- oppure https://evil.example',
  '=HYPERLINK("https://evil.example")',
].join('\n');

let api: RunningApi;
let jobs: ApiJobs;
let giulia: Visitor;
let operatore: Visitor;
let rpct: Visitor;
let dossierId: string;
let ofReview: TaskDetail;

/** Marks in a text that only its author could have made, when they come from somebody else. */
function forgeriesIn(markdown: string): readonly string[] {
  return forgedBlocks(blocksOf(markdown));
}

function forgedBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quotation') return forgedBlocks(block.blocks);
    if (block.kind === 'list') {
      const items = block.items.map(linesOf).filter((item) => item.includes('evil'));
      return [...items, ...block.items.flatMap(forgedBlocks)];
    }
    const headings = block.kind === 'heading' ? [textOf(block.content)] : [];
    return [...headings, ...block.content.filter(isForged).map((piece) => textOf([piece]))];
  });
}

function isForged(piece: Inline): boolean {
  return piece.kind === 'link'
    ? piece.href.includes('evil')
    : piece.kind !== 'text' && /entro oggi/.test(textOf([piece]));
}

/** The text as it would be kept if values were not escaped. */
const unescaped = (markdown: string): string => markdown.replace(/\\([\s\S])/g, '$1').replaceAll('&#10;', '\n');

async function finalActs(): Promise<readonly string[]> {
  const { documents } = await giulia.call('readDossier', { params: { dossierId } });
  const acts = documents.filter(({ kind }) => kind === 'final-act');
  return Promise.all(
    acts.map(async ({ documentId }) => {
      const path = `/api/v1/dossiers/${dossierId}/documents/${encodeURIComponent(documentId)}?audience=citizen`;
      const { bytes } = await giulia.download(path);
      return textsIn(Buffer.from(bytes)).join('\n');
    }),
  );
}

beforeAll(async () => {
  api = await anApi();
  jobs = jobsOf(api);
  [giulia, operatore, rpct] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('operatore', 'office'),
    api.signIn('rpct', 'office'),
  ]);
  const answers = { oggetto: attack, interesse: attack, motivazione: attack };
  ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }, answers));
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  await completeAt(operatore, dossierId, { documentiIndividuati: attack, presenzaControinteressati: 'no' });
  await completeAt(operatore, dossierId, {
    esito: 'diniego',
    motivazioneDecisione: attack,
    oggettoRegistro: '=1+cmd|calc',
  });
  await jobs.drain();
  await giulia.call('doAct', {
    params: { dossierId, elementId: 'review-requested' },
    body: { answers: { motiviRiesame: attack } },
    idempotencyKey: randomUUID(),
  });
  const { taskId } = await openTaskOf(rpct, dossierId);
  ofReview = await rpct.call('readTask', { params: { taskId } });
  await completeAt(rpct, dossierId, { parereNecessario: 'no' });
  await completeAt(rpct, dossierId, { esitoRiesame: 'confermata', motivazioneRiesame: attack });
  await jobs.drain();
});
afterAll(() => api.stop());

describe('what an applicant writes, in the texts of a body,', () => {
  it('reads as it was written in the task of the review', () => {
    const { toFill, dossier } = ofReview;
    const { form } = readForm(toFill.form);
    const texts = (form?.components ?? []).flatMap((part) => (isText(part) ? [part.text] : []));
    const filled = texts.map((text) => interpolate(text, toFill.context));
    expect(filled.join('')).toContain('evil');
    expect(filled.flatMap(forgeriesIn)).toEqual([]);
    expect(filled.map(unescaped).flatMap(forgeriesIn)).not.toEqual([]);
    expect(JSON.stringify(dossier.submissions)).toContain('# Esito');
  });

  it('reads as it was written in the notices', async () => {
    const { messages } = await giulia.call('readDossier', { params: { dossierId } });
    const bodies = messages.map(({ body }) => body);
    expect(bodies.filter((body) => body.includes('evil')).length).toBeGreaterThan(2);
    expect(bodies.flatMap(forgeriesIn)).toEqual([]);
    expect(bodies.map(unescaped).flatMap(forgeriesIn)).not.toEqual([]);
  });

  it('stays within the line of a subject', async () => {
    const { messages } = await giulia.call('readDossier', { params: { dossierId } });
    expect(messages.filter(({ subject }) => /[\r\n]/.test(subject))).toEqual([]);
  });

  it('is not in the mails', () => {
    expect(jobs.mails.length).toBeGreaterThan(2);
    expect(JSON.stringify(jobs.mails)).not.toMatch(/evil|Esito|Verbale/);
  });

  it('reads as it was written in the acts', async () => {
    const acts = await finalActs();
    expect(acts).toHaveLength(2);
    for (const act of acts) {
      expect(act).toContain('# Esito: la richiesta è accolta');
      expect(act).toContain('[Paga qui la marca da bollo](https://evil.example/paga)');
    }
    const { messages } = await giulia.call('readDossier', { params: { dossierId } });
    const weak = messages.flatMap(({ body }) => letterBlocks(unescaped(body)));
    expect(weak).toContainEqual({ type: 'heading', text: 'Esito: la richiesta è accolta' });
  });

  it('reads as it was written in the receipt', async () => {
    const { bytes } = await giulia.download(`/api/v1/dossiers/${dossierId}/receipt`);
    const receipt = textsIn(Buffer.from(bytes)).join('\n');
    expect(receipt).toContain('# Esito: la richiesta è accolta');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/URI');
  });

  it('starts no formula in the register', async () => {
    const { bytes } = await api.visitor().download('/api/v1/procedures/accesso-agli-atti/register');
    const register = Buffer.from(bytes).toString('utf8');
    expect(register).toContain("'=1+cmd");
    expect(register).not.toMatch(/(^|,)=/m);
    expect(register).not.toContain('evil');
  });
});
