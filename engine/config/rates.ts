import type { LimitName } from '../../forms/contract/endpoint.ts';

/** How many acts are allowed in how many seconds, for each limit that counts. */
export type RateSettings = Readonly<Partial<Record<LimitName, { readonly points: number; readonly seconds: number }>>>;

const minute = 60;
const hour = 60 * minute;

/**
 * Far above what a person does, and what an office behind one address does in the morning; far below what harms.
 * `sign-in` counts addresses, the others people, and addresses where nobody has signed in.
 */
export const usualRates: Required<RateSettings> = {
  'sign-in': { points: 300, seconds: 10 * minute },
  draft: { points: 60, seconds: hour },
  upload: { points: 300, seconds: hour },
  application: { points: 60, seconds: hour },
  search: { points: 600, seconds: minute },
  register: { points: 60, seconds: minute },
  package: { points: 300, seconds: 10 * minute },
  administration: { points: 300, seconds: 10 * minute },
  'mail-link': { points: 5, seconds: 24 * hour },
};

const pattern = /^(?<name>[a-z-]+)=(?<points>\d{1,7})\/(?<seconds>\d{1,6})$/;

/**
 * Reads what the environment says of the limits: `off` for none, or the ones that differ, as in
 * `upload=1000/3600,search=60/60`: how many in how many seconds. Undefined when it cannot be read.
 */
export function readRates(text: string): RateSettings | undefined {
  if (text === 'off') return {};
  const changes = text.split(',').map((part) => pattern.exec(part.trim())?.groups);
  if (!changes.every((one) => one !== undefined && one['name'] !== undefined && one['name'] in usualRates)) {
    return undefined;
  }
  const changed = changes.map((one) => [
    one?.['name'],
    { points: Number(one?.['points']), seconds: Math.max(1, Number(one?.['seconds'])) },
  ]);
  return { ...usualRates, ...Object.fromEntries(changed) };
}
