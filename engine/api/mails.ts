import { Problem } from '../core/problem.ts';
import * as queries from '../store/tables/mails.ts';
import { pageWith } from './bodies.ts';
import type { Handler } from './handler.ts';

/** The mails that the development mailbox kept; elsewhere there is no such thing. */
export const listMails: Handler<'listMails'> = async ({ query, services }) => {
  if (!services.development) throw new Problem('resource.not-found', { path: '/api/v1/development/mails' });
  return pageWith(await queries.listMails(services.db, query), (mail) => mail);
};
