import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './shapes.ts';

const part = z.enum(['ok', 'unavailable']);

export const statusBody = z
  .object({
    status: part,
    version: z.string(),
    at: instant,
    parts: z.object({ database: part, worker: part, identity: part }),
  })
  .meta({ id: 'Status' });

export const readStatus = endpoint({
  method: 'get',
  path: '/status',
  audience: 'public',
  summary: 'Dice se il servizio è pronto',
  response: statusBody,
});
