import { createClient } from '../contract/client.ts';
import { speakingFetch } from '../kit/speaking-fetch.ts';

/** Bodies up to this size may outlive the page that sent them; the Fetch standard stops at 64 KiB. */
const KEEPALIVE_BYTES = 60_000;

const isSmall = (body: unknown): boolean => typeof body === 'string' && new Blob([body]).size < KEEPALIVE_BYTES;

/** A save that was under way when the page closed still arrives. */
export const saveCall = createClient((input, init) =>
  speakingFetch(input, { ...init, keepalive: isSmall(init?.body) }),
);
