import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { officeDossier } from './tasks.ts';
import { id } from './shapes.ts';

const reason = z.string().trim().min(3).max(1000);

export const declareConflict = endpoint({
  method: 'post',
  path: '/office/dossiers/:dossierId/conflicts',
  audience: 'office',
  summary: 'Dichiara un conflitto di interessi in una pratica: da quel momento la lavorano altri',
  params: z.object({ dossierId: id }),
  body: z.object({ reason }).strict(),
  response: officeDossier,
  idempotent: true,
});

export const assessConflict = endpoint({
  method: 'post',
  path: '/office/dossiers/:dossierId/conflicts/:personId/assessment',
  audience: 'office',
  summary: 'Decide su un conflitto di interessi dichiarato: conferma l’astensione, oppure la toglie',
  params: z.object({ dossierId: id, personId: id }),
  body: z.object({ decision: z.enum(['confirmed', 'lifted']), reason }).strict(),
  response: officeDossier,
  idempotent: true,
});
