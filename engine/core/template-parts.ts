/** A part of a text with placeholders. */
export type TemplatePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly expression: string }
  | {
      readonly type: 'condition';
      readonly expression: string;
      readonly met: readonly TemplatePart[];
      readonly unmet: readonly TemplatePart[];
    };

/** A text taken apart; `fault` names the mark at which its conditions are not closed, or closed without being open. */
export interface TemplateReading {
  readonly parts: readonly TemplatePart[];
  readonly fault?: string;
}

const mark = /\{\{(.+?)\}\}/gs;
/** A mark of a condition that is alone on its line; the line is no part of the text. */
const lonelyMark = /^[ \t]*(\{\{(?:#if\s[^\n]+?|else|\/if)\}\})[ \t]*(?:\n|$)/gm;

/**
 * Takes a text apart: `{{ FEEL }}` is a value, `{{#if FEEL}} … {{else}} … {{/if}}` is shown by a condition. The text
 * around
 * them is Markdown; what a value gives never is.
 */
export function readTemplate(text: string): TemplateReading {
  const open: Level[] = [{ opened: '', expression: '', met: [], unmet: undefined }];
  const source = text.replace(lonelyMark, '$1');
  let from = 0;
  for (const match of source.matchAll(mark)) {
    const [whole, inside = ''] = match;
    put(open, { type: 'text', text: source.slice(from, match.index) });
    from = match.index + whole.length;
    if (!take(open, whole, inside.trim())) return { parts: [], fault: whole };
  }
  put(open, { type: 'text', text: source.slice(from) });
  const [outermost, unclosed] = open;
  return unclosed === undefined ? { parts: outermost?.met ?? [] } : { parts: [], fault: unclosed.opened };
}

interface Level {
  readonly opened: string;
  readonly expression: string;
  readonly met: TemplatePart[];
  unmet: TemplatePart[] | undefined;
}

function put(open: readonly Level[], part: TemplatePart): void {
  const level = open.at(-1);
  if (part.type !== 'text' || part.text !== '') (level?.unmet ?? level?.met)?.push(part);
}

/** Takes one mark; says whether it may stand there. */
function take(open: Level[], whole: string, inside: string): boolean {
  const condition = /^#if\s+(.+)$/s.exec(inside)?.[1];
  if (condition !== undefined) {
    open.push({ opened: whole, expression: condition, met: [], unmet: undefined });
    return true;
  }
  if (inside === 'else') return turn(open);
  if (inside === '/if') return close(open);
  put(open, { type: 'value', expression: inside });
  return !inside.startsWith('#') && !inside.startsWith('/');
}

function turn(open: readonly Level[]): boolean {
  const level = open.at(-1);
  if (level === undefined || open.length === 1 || level.unmet !== undefined) return false;
  level.unmet = [];
  return true;
}

function close(open: Level[]): boolean {
  if (open.length === 1) return false;
  const level = open.pop();
  if (level === undefined) return false;
  const { expression, met, unmet = [] } = level;
  put(open, { type: 'condition', expression, met, unmet });
  return true;
}
