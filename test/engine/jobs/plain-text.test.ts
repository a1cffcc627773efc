import { expect, it } from 'vitest';
import { plainText } from '../../../engine/jobs/plain-text.ts';

it('marks of formatting go, words and links stay', () => {
  const markdown = '## Esito\n\n\n\nEsito: **accolta**.\n\n- uno\n- [la pratica](http://localhost/pratiche/1)\n';
  expect(plainText(markdown)).toBe('Esito\n\nEsito: accolta.\n\n- uno\n- la pratica (http://localhost/pratiche/1)');
});
