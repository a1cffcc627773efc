import { parser } from '@bpmn-io/lezer-feelers';
import type { SyntaxNode } from '@lezer/common';

/** A part of a text in FEELers. */
export type TextPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly expression: string }
  | {
      readonly type: 'condition';
      readonly expression: string;
      readonly met: readonly TextPart[];
      readonly unmet: readonly TextPart[];
    }
  | { readonly type: 'loop'; readonly expression: string; readonly each: readonly TextPart[] };

/** A text taken apart; `fault` quotes the mark that opens a block nobody closes, or closes one that is not open. */
export interface TextReading {
  readonly parts: readonly TextPart[];
  readonly fault?: string;
}

/** A mark of a block that is alone on its line; the line is no part of the text. */
const lonelyMark = /^[ \t]*(\{\{(?:#(?:if|loop) [^\n]+?|\s*else\s*|\/(?:if|loop))\}\})[ \t]*(?:\n|$)/gm;

const readings = new Map<string, TextReading>();

// Texts come from published procedures; the bound is for the designer, where each keystroke is a new one.
const mostReadings = 2000;

/**
 * Takes a text apart, once: parsing a letter takes 50 to 140 µs (lezer-feelers 1.0, Node 20, 2026). It is written in
 * FEELers, as the texts of forms are: `{{ FEEL }}` is a value, `{{#if FEEL}} … {{/if}}` is shown by a condition,
 * `{{#loop FEEL}} … {{/loop}}` is shown once for each item of a list, which is called `this`. Conditions also take an
 * `{{else}}`. The text around the marks is Markdown; what a value gives never is.
 */
export function readFeelers(text: string): TextReading {
  const before = readings.get(text);
  if (before !== undefined) return before;
  if (readings.size >= mostReadings) readings.clear();
  const reading = readAnew(text);
  readings.set(text, reading);
  return reading;
}

function readAnew(text: string): TextReading {
  // FEELers takes a text that begins with an equals sign for one expression; a letter is always a text.
  const [equals = '', rest = ''] = /^(=*)(.*)$/s.exec(text.replace(lonelyMark, '$1'))?.slice(1) ?? [];
  const { topNode } = parser.parse(rest);
  const fault = faultIn(topNode, rest);
  return fault === undefined ? { parts: [...words(equals), ...partsIn(topNode, rest)] } : { parts: [], fault };
}

/** The expression of a mark, and where in the text it begins. */
export interface Placeholder {
  readonly expression: string;
  readonly from: number;
}

/** The expressions of a text in the order in which they stand, whether its blocks are closed or not. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  parser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (name !== 'FeelBlock' && name !== 'Feel') return;
      const expression = text.slice(from, to);
      if (/^\s*(?:else\s*$|[#/])/.test(expression)) return;
      found.push({ expression: expression.trim(), from: from + expression.search(/\S|$/) });
    },
  });
  return found;
}

/** The mark that does not fit its block, as it is written; undefined when all do. */
function faultIn(node: SyntaxNode, source: string): string | undefined {
  if (node.type.isError) return source.slice(node.from, node.to) || openingOf(node.parent, source);
  const elses = childrenOf(node).filter((child) => isElse(child, source));
  const second = elses[node.name === 'ConditionalSpanner' ? 1 : 0];
  if (second !== undefined) return source.slice(second.from, second.to);
  if (node.name === 'EmptyInsert' || (node.name === 'Insert' && /^\s*[#/]/.test(expressionOf(node, source)))) {
    return source.slice(node.from, node.to);
  }
  return childrenOf(node)
    .map((child) => faultIn(child, source))
    .find((fault) => fault !== undefined);
}

function openingOf(node: SyntaxNode | null, source: string): string {
  return node === null ? source : source.slice(node.from, endOfMark(node, source));
}

function partsIn(node: SyntaxNode, source: string): readonly TextPart[] {
  return childrenOf(node).flatMap((child) => partsOf(child, source));
}

function partsOf(node: SyntaxNode, source: string): readonly TextPart[] {
  if (node.name === 'SimpleTextBlock') return words(source.slice(node.from, node.to));
  if (node.name === 'Insert') return [{ type: 'value', expression: expressionOf(node, source) }];
  return node.name.endsWith('Spanner') ? blockOf(node, source) : [];
}

/** FEELers swallows the line break behind a mark; a mark in the middle of a line leaves it where it is. */
function blockOf(node: SyntaxNode, source: string): readonly TextPart[] {
  const expression = expressionOf(node, source);
  const [, ...inside] = childrenOf(node);
  const turn = inside.findIndex((child) => isElse(child, source));
  const opening = words(source[endOfMark(node, source)] === '\n' ? '\n' : '');
  const parts = (children: readonly SyntaxNode[]) => children.flatMap((child) => partsOf(child, source));
  const first = [...opening, ...parts(turn < 0 ? inside : inside.slice(0, turn))];
  const block: TextPart =
    node.name === 'LoopSpanner'
      ? { type: 'loop', expression, each: first }
      : { type: 'condition', expression, met: first, unmet: turn < 0 ? [] : parts(inside.slice(turn + 1)) };
  return [block, ...words(source[node.to - 1] === '\n' ? '\n' : '')];
}

function isElse(node: SyntaxNode, source: string): boolean {
  return node.name === 'Insert' && expressionOf(node, source) === 'else';
}

function expressionOf(node: SyntaxNode, source: string): string {
  const feel = node.getChild('FeelBlock');
  return feel === null ? '' : source.slice(feel.from, feel.to).trim();
}

function endOfMark(node: SyntaxNode, source: string): number {
  const feel = node.getChild('FeelBlock');
  return source.indexOf('}}', feel?.to ?? node.from) + 2;
}

function words(text: string): readonly TextPart[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
