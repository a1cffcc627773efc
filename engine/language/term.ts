import type { TermRule } from '../core/procedure.ts';
import { textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { feel, refuse, required } from './checks.ts';
import type { Extension } from './extension.ts';

/**
 * `<iter:term>` on the process: a legal term, with its length and the article that sets it; or the time to
 * use a remedy, in the words of `remedy`.
 */
export const term: Extension = {
  type: 'iter:Term',
  attributes: ['id', 'label', 'days', 'ground', 'main', 'remedy'],
  repeatable: true,
  read: () => ({}),
  check: (found, bearer) => {
    const findings = [
      ...required(found, ['id', 'label', 'days', 'ground'], bearer),
      ...feel(found, 'days', bearer),
      ...feel(found, 'ground', bearer),
    ];
    const days = textOf(found, 'days') ?? '=';
    const isWrong = !days.startsWith('=') && !/^[1-9]\d{0,3}$/.test(days);
    const message = `Il termine ${textOf(found, 'id')}: «${days}» non è un numero di giorni né un’espressione FEEL.`;
    return isWrong ? [...findings, refuse(bearer, 'term.days', message)] : findings;
  },
};

/** The rule that an `<iter:term>` declares; undefined when an attribute is missing. */
export function readTerm(found: ModdleElement): TermRule | undefined {
  const [id, label, days] = [textOf(found, 'id'), textOf(found, 'label'), textOf(found, 'days')];
  const ground = textOf(found, 'ground');
  if (id === undefined || label === undefined || days === undefined || ground === undefined) return undefined;
  const remedy = textOf(found, 'remedy');
  return { id, label, days, ground, main: textOf(found, 'main') === 'true', ...(remedy !== undefined && { remedy }) };
}
