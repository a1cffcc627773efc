import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { namesUsed } from '../../../engine/rules/feel.ts';
import { sourceTexts, type SourceText } from '../../../designer/forms/usage/sources.ts';
import { usesOf } from '../../../designer/forms/usage/uses-of.ts';

const folder = fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url));

describe('where an answer of the access procedure is used', () => {
  let texts: readonly SourceText[];
  beforeAll(async () => {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
    texts = await sourceTexts(
      Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    );
  });

  const used = (key: string, lists: readonly string[] = [], formId = 'accesso-richiesta') =>
    usesOf({ answer: { key, lists }, formId }, texts);
  const kinds = (key: string) => [...new Set(used(key).map(({ kind }) => kind))].sort();

  it('is told for decisions and scenarios', () => {
    expect(kinds('tipo')).toEqual(expect.arrayContaining(['decision', 'scenario']));
    expect(used('tipo')).toContainEqual(
      expect.objectContaining({ kind: 'decision', file: 'decisions/tipo-accesso.dmn', expression: 'tipo' }),
    );
  });

  it('is told for the diagram by the name of the element', () => {
    const places = used('presenzaControinteressati', [], '').filter(({ kind }) => kind === 'diagram');
    expect(places[0]?.expression).toContain('presenzaControinteressati');
    expect(places[0]?.place).not.toBe('');
  });

  it('is told for mappings that write to it', () => {
    expect(used('opponi', [], '').map(({ expression }) => expression)).toContain('opponi');
  });

  it('is told for texts with placeholders', () => {
    expect(used('motivazioneDecisione', [], '')).toContainEqual({
      kind: 'template',
      file: 'templates/accoglimento-controinteressati.md',
      place: '',
      expression: '{{ motivazioneDecisione }}',
    });
  });

  it('is told for the service card', () => {
    expect(used('ente').map(({ kind }) => kind)).toContain('service');
  });

  it('that is a list is told where it is given to a part', () => {
    const uses = used('controinteressati').map(({ expression }) => expression);
    expect(uses).toContain('= controinteressati');
  });

  it('is nothing for a name that nobody uses', () => {
    expect(used('mai')).toEqual([]);
  });

  it('is not confused with a text that says the same', () => {
    expect(used('documentale')).toEqual([]);
  });
});

describe('names in an expression', () => {
  it.each([
    ['= not(tipo = "non-so") or a.b > 3', ['tipo', 'a.b']],
    ['some o in opposizioni satisfies o.cf = c.cf', ['opposizioni', 'opposizioni.cf', 'c.cf']],
    ['persone[email = "x"].nome', ['persone.nome', 'email']],
    ['for p in a.b, q in p.c return q.d + z', ['a.b', 'a.b.c', 'a.b.c.d', 'z']],
    ['list contains(ambiti, "tipo")', ['ambiti']],
    ['function(a) a + b', ['b']],
    ['{ a: x, b: y }', ['x', 'y']],
    ['if vero then 1 else -altro', ['vero', 'altro']],
    ['(', []],
    ['', []],
  ])('%s are %j', (expression, names) => {
    expect(namesUsed(expression).map(({ path }) => path.join('.'))).toEqual(names);
  });

  it('are told by their place in the text', () => {
    const text = '= persone[1].email';
    const places = namesUsed(text)[0]?.at.map(({ from, to }) => text.slice(from, to));
    expect(places).toEqual(['persone', 'email']);
  });
});
