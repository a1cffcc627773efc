import { expect, it } from 'vitest';
import { originNote, originText } from '../../../forms/kit/known.ts';

it.each([
  ['registry:anpr', '2026-10-04', 'applicant', 'Da ANPR, 4 ottobre 2026.'],
  ['registry:anpr', undefined, 'applicant', 'Da ANPR.'],
  ['registry:parix', undefined, 'office', 'Da parix.'],
  ['dossier', '2026-10-04', 'applicant', 'Dalla tua pratica del 4 ottobre 2026.'],
  ['dossier', undefined, 'applicant', 'Da una tua pratica.'],
  ['dossier', '2026-10-04', 'office', 'Da una pratica del 4 ottobre 2026.'],
  ['dossier', undefined, 'office', 'Da un’altra pratica.'],
  ['identity', '2026-10-04', 'applicant', 'Da SPID/CIE.'],
] as const)('the origin %s of the day %s reads well to the %s', (...[origin, on, reader, sentence]) => {
  expect(originText(origin, on, reader)).toBe(sentence);
});

it('a note says what may be done about an answer', () => {
  const known = { key: 'sede', source: 'registry.parix.sede', value: 'Via Po 1' };
  expect(originNote({ ...known, may: 'read' })).toBe('Da parix. Qui non si può cambiare.');
  expect(originNote({ ...known, may: 'correct' })).toBe('Da parix.');
});
