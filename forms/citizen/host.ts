import { serverHost } from '../kit/server-host.ts';
import { call } from './queries.ts';

/** What the forms of the portal take from outside. */
export const host = serverHost({ call, audience: 'citizen' });
