import { expect, it } from 'vitest';
import { errorAt, errorIn } from '../../../../engine/findings/finding.ts';
import { findingInWords } from '../../../../engine/words/findings/words.ts';

it('a finding is told with its parameters and its place in the language of who reads', () => {
  const finding = errorAt('ask', 'portability.second-token', { fork: 'split' });
  expect(finding).toEqual({
    rule: 'portability.second-token',
    level: 'error',
    elementId: 'ask',
    params: { fork: 'split' },
  });
  expect(findingInWords(finding, 'it')).toBe(
    'L’elemento ask non è portabile su bpmn-engine: vi possono arrivare più token insieme da split, e lì vi sta un token alla volta.',
  );
  expect(findingInWords(finding, 'en')).toBe(
    'Element ask cannot be carried over to bpmn-engine: several tokens may reach it together from split, and there it holds one token at a time.',
  );
});

it('an office that nobody has is told by what names it', () => {
  const unknown = errorIn('service.json', 'office.unknown', { office: 'urp', namedBy: 'role', name: 'front-desk' });
  expect(findingInWords(unknown, 'it')).toBe(
    'Il ruolo «front-desk» della scheda è svolto dall’ufficio «urp», che nessun ente di questa installazione ha.',
  );
  expect(findingInWords(unknown, 'en')).toBe(
    'The role “front-desk” of the card is played by the office “urp”, which no body of this installation has.',
  );
});

it('a scenario that goes otherwise is told with its step, what it expects and what it finds', () => {
  const failure = { type: 'differs', step: 2, expected: { closed: true }, found: { closed: false } } as const;
  const finding = errorIn('scenarios/a.json', 'portability.scenario-failed', { failure });
  expect(findingInWords(finding, 'it')).toBe(
    'scenarios/a.json: Al passo 2 lo scenario si aspetta {"closed":true} e trova {"closed":false}.',
  );
  expect(findingInWords(finding, 'en')).toBe(
    'scenarios/a.json: At step 2 the scenario expects {"closed":true} and finds {"closed":false}.',
  );
});
