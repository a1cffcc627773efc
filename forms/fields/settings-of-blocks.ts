import type { Setting } from './editor-types.ts';
import { explained, flag, line } from './settings.ts';

const hints = {
  person: 'settings.partsOfPersonHint',
  company: 'settings.partsOfCompanyHint',
  address: 'settings.partsOfAddressHint',
} as const;

/** The settings of a type whose values have parts: which of them are asked, and of whom they tell. */
export function blockSettings(type: keyof typeof hints): readonly Setting[] {
  const { at, field } = line('properties.parts', 'parts');
  return [
    { at, field: { ...field, description: hints[type] } },
    explained(flag('properties.aboutWriter', 'aboutWriter')),
  ];
}
