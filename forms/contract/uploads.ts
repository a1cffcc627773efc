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
    signed: z.boolean().meta({ description: 'Nel file c’è una firma (PAdES o CAdES).' }),
    signers: z.array(z.string()).readonly().meta({
      description: 'Chi ha firmato, secondo i certificati nel file. La loro validità non è verificata.',
    }),
    signatureFault: z
      .enum(['unreadable', 'no-signer', 'no-content', 'content', 'altered', 'extended', 'too-large'])
      .optional()
      .meta({
        description:
          'Che cosa non va nella firma: illeggibile, senza firmatario, senza documento, documento di un tipo non ammesso, modificato dopo la firma, con aggiunte dopo la firma, in un file troppo grande per controllarla.',
      }),
    damaged: z
      .boolean()
      .meta({ description: 'Il file sembra rovinato o incompleto: è tenuto, ma conviene controllarlo.' }),
  })
  .meta({ id: 'Upload' });

export type UploadBody = z.infer<typeof upload>;

/** The body is `multipart/form-data` with one part `file`; the kind is judged by the content, not by the name. */
export const createUpload = endpoint({
  method: 'post',
  path: '/uploads',
  audience: 'signed-in',
  limit: 'upload',
  summary: 'Carica un file; il tipo si riconosce dal contenuto',
  query: z.object({ audience: z.enum(['citizen', 'office']).default('citizen') }),
  response: upload,
  status: 201,
});

export const readUpload = endpoint({
  method: 'get',
  path: '/uploads/:uploadId',
  audience: 'signed-in',
  summary: 'Un file caricato da chi chiede, o di una pratica che chi chiede può leggere',
  params: z.object({ uploadId: id }),
  query: z.object({ audience: z.enum(['citizen', 'office']).default('citizen') }),
  produces: 'application/octet-stream',
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
