import ts from 'typescript';

/** What a change is about. */
export type Kind = 'operator' | 'boundary' | 'condition' | 'literal' | 'return' | 'statement' | 'chain';

/** One change of one place: the text from `start` to `end` (offsets in the file) becomes `text`. */
export interface Change {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** An expression; empty for a statement, which is removed. */
  readonly text: string;
}

const otherOperators: Readonly<Record<string, readonly (readonly [Kind, string])[]>> = {
  '&&': [['operator', '||']],
  '||': [['operator', '&&']],
  '===': [['operator', '!==']],
  '!==': [['operator', '===']],
  '<': [
    ['boundary', '<='],
    ['operator', '>='],
  ],
  '<=': [
    ['boundary', '<'],
    ['operator', '>'],
  ],
  '>': [
    ['boundary', '>='],
    ['operator', '<='],
  ],
  '>=': [
    ['boundary', '>'],
    ['operator', '<'],
  ],
  '+': [['operator', '-']],
  '-': [['operator', '+']],
  '*': [['operator', '/']],
  '/': [['operator', '*']],
  '%': [['operator', '*']],
  '+=': [['operator', '-=']],
  '-=': [['operator', '+=']],
};

/**
 * Every change that is tried in a source file. Types, imports, names of members and regular expressions stay as they
 * are.
 */
export function changesOf(source: ts.SourceFile): readonly Change[] {
  const found: Change[] = [];
  const visit = (node: ts.Node): void => {
    if (isLeftAlone(node)) return;
    for (const { on, kind, text } of changesAt(node)) {
      const change = { kind, text, start: on.getStart(source), end: on.end };
      if (source.text.slice(change.start, change.end) !== text) found.push(change);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

interface Found {
  readonly on: ts.Node;
  readonly kind: Kind;
  readonly text: string;
}

function isLeftAlone(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTaggedTemplateExpression(node) ||
    (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

function changesAt(node: ts.Node): readonly Found[] {
  return [
    ...ofOperator(node),
    ...ofCondition(node),
    ...ofLiteral(node),
    ...ofReturned(node),
    ...ofStatement(node),
    ...ofChain(node),
  ];
}

function ofOperator(node: ts.Node): readonly Found[] {
  if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node);
  if (ts.isPostfixUnaryExpression(node))
    return [operator(node, `${node.operand.getText()}${node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++'}`)];
  if (!ts.isBinaryExpression(node)) return [];
  const [left, right] = [node.left.getText(), node.right.getText()];
  const sign = node.operatorToken.getText();
  if (sign === '??') return [operator(node, left), operator(node, right)];
  if (sign === '+' && [node.left, node.right].some(isText)) return [];
  return (otherOperators[sign] ?? []).map(([kind, other]) => ({
    on: node,
    kind,
    text: `(${left}) ${other} (${right})`,
  }));
}

function ofPrefix(node: ts.PrefixUnaryExpression): readonly Found[] {
  const operand = node.operand.getText();
  if (node.operator === ts.SyntaxKind.PlusPlusToken) return [operator(node, `--${operand}`)];
  if (node.operator === ts.SyntaxKind.MinusMinusToken) return [operator(node, `++${operand}`)];
  return [operator(node, operand)];
}

function operator(on: ts.Node, text: string): Found {
  return { on, kind: 'operator', text };
}

function ofCondition(node: ts.Node): readonly Found[] {
  if (ts.isIfStatement(node)) return bothWays(node.expression, 'condition');
  if (ts.isConditionalExpression(node)) return bothWays(node.condition, 'condition');
  const repeated = ts.isWhileStatement(node) ? node.expression : ts.isForStatement(node) ? node.condition : undefined;
  return repeated === undefined ? [] : [{ on: repeated, kind: 'condition', text: 'false' }];
}

function bothWays(on: ts.Expression, kind: Kind): readonly Found[] {
  return ['true', 'false'].map((text) => ({ on, kind, text }));
}

function ofLiteral(node: ts.Node): readonly Found[] {
  const text = otherLiteral(node);
  return text === undefined || isName(node) ? [] : [{ on: node, kind: 'literal', text }];
}

function otherLiteral(node: ts.Node): string | undefined {
  if (ts.isNumericLiteral(node)) return String(Number(node.text) + 1);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text === '' ? "'other'" : "''";
  if (ts.isTemplateExpression(node)) return "''";
  if (node.kind === ts.SyntaxKind.TrueKeyword) return 'false';
  if (node.kind === ts.SyntaxKind.FalseKeyword) return 'true';
  return ts.isArrayLiteralExpression(node) && node.elements.length > 0 ? '[]' : undefined;
}

// The name of a member, and the pattern that an assignment takes apart, are no values.
function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node && ts.isArrayLiteralExpression(node))
    return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node;
}

function ofReturned(node: ts.Node): readonly Found[] {
  const returned = ts.isReturnStatement(node) || (ts.isArrowFunction(node) && !ts.isBlock(node.body));
  const value = returned ? (ts.isReturnStatement(node) ? node.expression : node.body) : undefined;
  if (value === undefined || !ts.isExpression(value) || otherLiteral(value) !== undefined) return [];
  const bare = withoutParentheses(value);
  if (isYesOrNo(bare)) return bothWays(value, 'return');
  return [{ on: value, kind: 'return', text: 'undefined' }];
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

function isYesOrNo(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  return ts.isBinaryExpression(node) && /^(===|!==|[<>]=?|&&|\|\||in|instanceof)$/.test(node.operatorToken.getText());
}

function ofStatement(node: ts.Node): readonly Found[] {
  const removable =
    ts.isThrowStatement(node) ||
    ts.isBreakOrContinueStatement(node) ||
    (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression) && !isCallOfSuper(node.expression));
  return removable ? [{ on: node, kind: 'statement', text: '' }] : [];
}

function isCallOfSuper(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

// `a?.b.c` is one value: the change is of the whole chain, so that what is called keeps its `this`.
function ofChain(node: ts.Node): readonly Found[] {
  if (!ts.isOptionalChain(node) || ts.isNonNullExpression(node) || node.questionDotToken === undefined) return [];
  const on = wholeChain(node);
  const [start, dot] = [on.getStart(), node.questionDotToken];
  const whole = on.getText();
  const after = whole.slice(dot.end - start);
  return [
    {
      on,
      kind: 'chain',
      text: `${whole.slice(0, dot.getStart() - start)}${ts.isPropertyAccessExpression(node) ? '.' : ''}${after}`,
    },
  ];
}

function wholeChain(node: ts.Node): ts.Node {
  const { parent } = node;
  const goesOn =
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCallExpression(parent) ||
    ts.isNonNullExpression(parent);
  return goesOn && parent.expression === node ? wholeChain(parent) : node;
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteral(node) || ts.isTemplateLiteral(node);
}
