import { serverHost } from '../kit/server-host.ts';
import { call } from './queries.ts';
import { tellSessionLost } from './session/session-lost.ts';

/** What the forms of the desk take from outside. */
export const host = serverHost({ call, audience: 'office', onSignedOut: tellSessionLost });
