import { warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';

/** The codes of a list of the card against those that its English has. */
export function againstWritten(
  list: 'roles' | 'outcomes' | 'milestones',
  codes: readonly string[],
  written: readonly string[],
): readonly Finding[] {
  const pathOf = (code: string) => `translations.en.${list}.${code}`;
  return [
    ...codes
      .filter((code) => !written.includes(code))
      .map((code) => warningIn('service.json', 'translation.missing', { what: { type: 'entry', path: pathOf(code) } })),
    ...written
      .filter((code) => !codes.includes(code))
      .map((code) => warningIn('service.json', 'translation.unknown', { path: pathOf(code), because: 'not-there' })),
  ];
}
