/**
 * The expressions of the Camunda cases as FEEL: `${input == 1 && !done}` becomes `input = 1 and not(done)`. Only the
 * small language of their readme: comparisons, `&& || !` and `not`, arithmetic, texts, truth values, names.
 */
export function juelToFeel(text: string): string {
  const expression = /^\s*\$\{([\s\S]*)\}\s*$/.exec(text)?.[1];
  if (expression === undefined) return text.trim();
  const tokens = expression.match(/'[^']*'|[<>=!]=|&&|\|\||[-+*/()<>!]|[\w.]+/g) ?? [];
  return readOr(tokens.map(wordOf), { at: 0 });
}

interface Cursor {
  at: number;
}

const words: Readonly<Record<string, string>> = { '==': '=', '&&': 'and', '||': 'or', '!': 'not' };

function wordOf(token: string): string {
  if (token.startsWith("'")) return JSON.stringify(token.slice(1, -1));
  return words[token] ?? token;
}

function readOr(tokens: readonly string[], cursor: Cursor): string {
  const parts: string[] = [];
  while (cursor.at < tokens.length && tokens[cursor.at] !== ')') parts.push(readPart(tokens, cursor));
  return parts.join(' ');
}

function readPart(tokens: readonly string[], cursor: Cursor): string {
  const token = tokens[cursor.at] ?? '';
  cursor.at += 1;
  if (token === '(') {
    const inner = readOr(tokens, cursor);
    cursor.at += 1;
    return `(${inner})`;
  }
  return token === 'not' ? `not(${readPart(tokens, cursor)})` : token;
}
