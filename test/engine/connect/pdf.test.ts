import { expect, it } from 'vitest';
import { letterBlocks } from '../../../engine/connect/connectors/letter-blocks.ts';
import { textsIn } from '../../support/pdf.ts';
import { renderPdf, type PdfContent } from '../../../engine/connect/pdf.ts';

const content: PdfContent = {
  title: 'Provvedimento finale',
  letterhead: 'Regione Emilia-Romagna',
  references: ['Pratica r_emiro/2026/0000001', 'Data 16 marzo 2026'],
  blocks: letterBlocks('## Motivi\n\nPerché è così.\n\n- uno\n- due\n\nEsito: **accolta**\n\n> Chiedo\n> il verbale'),
  createdAt: '2026-03-16T11:00:00.000Z',
};

it('the small Markdown of templates becomes blocks', () => {
  expect(content.blocks).toEqual([
    { type: 'heading', text: 'Motivi' },
    { type: 'paragraph', text: 'Perché è così.' },
    { type: 'list', items: ['uno', 'due'] },
    { type: 'paragraph', text: 'Esito: accolta' },
    { type: 'quotation', text: 'Chiedo\nil verbale' },
  ]);
});

it('the same values give the same bytes', async () => {
  expect((await renderPdf(content)).equals(await renderPdf(content))).toBe(true);
});

it('other values give other bytes', async () => {
  expect((await renderPdf(content)).equals(await renderPdf({ ...content, title: 'Diniego' }))).toBe(false);
});

it('a document says its language, and is tagged for readers', async () => {
  const text = (await renderPdf(content)).toString('latin1');
  expect(text).toContain('/Lang (it-IT)');
  expect(text).toContain('/Marked true');
});

it('a long text goes on over numbered pages', async () => {
  const blocks = Array.from(
    { length: 120 },
    () => ({ type: 'paragraph', text: 'Considerato che '.repeat(30) }) as const,
  );
  const text = (await renderPdf({ ...content, blocks })).toString('latin1');
  const pages = Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(text)?.[1] ?? 0);
  expect(pages).toBeGreaterThan(5);
});

it.each([
  'Đorđević Łódź Œ €',
  'Škoda, Ștefan Țurcanu, Oğuz Işık, Györgyi Kővári',
  'Perché “così” – n° 3 · § 2, art. 10-bis',
  'Nicolò',
])('every letter of %s is drawn', async (sentence) => {
  const pdf = await renderPdf({ ...content, blocks: [{ type: 'paragraph', text: sentence.normalize('NFD') }] });
  expect(textsIn(pdf).join('\n')).toContain(sentence);
});
