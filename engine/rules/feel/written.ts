/** The expression without the `=` by which Zeebe marks FEEL. */
export function feelText(expression: string): string {
  const text = expression.trim();
  return text.startsWith('=') ? text.slice(1).trim() : text;
}
