import { z } from 'zod';
import { dossierDetail, formToFill } from './dossiers.ts';
import { endpoint } from './endpoint.ts';
import { answers, id, instant } from './shapes.ts';

/** What a party does in a dossier: the tasks that are theirs, and the acts that it offers them. */

export const readCitizenTask = endpoint({
  method: 'get',
  path: '/dossiers/:dossierId/tasks/:taskId',
  audience: 'citizen',
  summary: 'Il modulo di un’attività che spetta al cittadino',
  params: z.object({ dossierId: id, taskId: z.string() }),
  response: formToFill,
});

export const saveCitizenTask = endpoint({
  method: 'put',
  path: '/dossiers/:dossierId/tasks/:taskId/answers',
  audience: 'citizen',
  summary: 'Tiene da parte ciò che il cittadino ha scritto finora in un’attività che gli spetta',
  params: z.object({ dossierId: id, taskId: z.string() }),
  body: z.object({ answers }).strict(),
  response: z.object({ savedAt: instant }),
});

export const completeCitizenTask = endpoint({
  method: 'post',
  path: '/dossiers/:dossierId/tasks/:taskId/completion',
  audience: 'citizen',
  summary: 'Invia le risposte di un’attività che spetta al cittadino',
  params: z.object({ dossierId: id, taskId: z.string() }),
  body: z.object({ answers }).strict(),
  response: dossierDetail,
  idempotent: true,
});

export const readAct = endpoint({
  method: 'get',
  path: '/dossiers/:dossierId/acts/:elementId',
  audience: 'citizen',
  summary: 'Il modulo di un atto che il cittadino può compiere ora',
  params: z.object({ dossierId: id, elementId: z.string() }),
  query: z.object({ waitId: z.string().max(200).optional() }),
  response: formToFill,
});

export const doAct = endpoint({
  method: 'post',
  path: '/dossiers/:dossierId/acts/:elementId',
  audience: 'citizen',
  summary: 'Compie un atto offerto dalla pratica: ritiro, richiesta di riesame',
  params: z.object({ dossierId: id, elementId: z.string() }),
  body: z.object({ answers, waitId: z.string().max(200).optional() }).strict(),
  response: dossierDetail,
  idempotent: true,
});
