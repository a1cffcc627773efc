import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './shapes.ts';

export const upload = z
  .object({
    uploadId: id,
    name: z.string(),
    size: z.number().int(),
    mediaType: z.string(),
    sha256: z.string(),
    signed: z
      .boolean()
      .meta({ description: 'Nel file c’è una firma (PAdES o CAdES). La sua validità non è verificata.' }),
  })
  .meta({ id: 'Upload' });

export type UploadBody = z.infer<typeof upload>;

/** The body is `multipart/form-data` with one part `file`; the kind is judged by the content, not by the name. */
export const createUpload = endpoint({
  method: 'post',
  path: '/uploads',
  audience: 'signed-in',
  summary: 'Carica un file; il tipo si riconosce dal contenuto',
  query: z.object({ audience: z.enum(['citizen', 'office']).default('citizen') }),
  response: upload,
  status: 201,
});

export const deleteUpload = endpoint({
  method: 'delete',
  path: '/uploads/:uploadId',
  audience: 'signed-in',
  summary: 'Elimina un file non ancora inviato',
  params: z.object({ uploadId: id }),
  query: z.object({ audience: z.enum(['citizen', 'office']).default('citizen') }),
  status: 204,
});
