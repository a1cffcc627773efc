import type { FeelFunction } from '../value.ts';
import { aggregates } from './aggregates.ts';
import { contextual } from './contexts.ts';
import { conversions } from './conversion.ts';
import { functionOfForms } from './define.ts';
import type { Form } from './define.ts';
import { listing } from './lists.ts';
import { numeric } from './numbers.ts';
import { relations } from './ranges.ts';
import { strings } from './strings.ts';
import { temporal } from './temporal.ts';

const forms: readonly Form[] = [
  ...conversions,
  ...strings,
  ...numeric,
  ...listing,
  ...aggregates,
  ...contextual,
  ...relations,
  ...temporal,
];

/** The built-in functions of FEEL by their name (DMN 1.5, 10.3.4). */
export const builtins: ReadonlyMap<string, FeelFunction> = new Map(
  [...new Set(forms.map(({ name }) => name))].map((name) => {
    const own = forms.filter((form) => form.name === name);
    return [name, functionOfForms(name, own)];
  }),
);
