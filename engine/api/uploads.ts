import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { Answers, Json } from '../../forms/schema/document.ts';
import type { PersonActor } from '../core/actor.ts';
import { Problem } from '../core/problem.ts';
import { addUpload, dropUpload, findUpload, unsentOf } from '../store/tables/uploads.ts';
import { documentFile } from './dossier-reading.ts';
import type { Handler } from './handler.ts';
import { receiveFile } from './receive-file.ts';
import type { Services } from './services.ts';

/** Takes a file in. It belongs to the person who sent it until an answer gives it to a dossier. */
export const createUpload: Handler<'createUpload'> = async ({ actor, services, ctx }) => {
  await demandRoom(services, actor);
  return receiveFile(ctx.req, {
    judge: services.judge,
    keep: async ({ path, name, mediaType, size, damaged, signature }) => {
      const { sha256 } = await services.files.put(createReadStream(path));
      const { signers = [], fault } = signature ?? {};
      const found = { signed: signature !== undefined, signers, ...(fault && { signatureFault: fault }) };
      const upload = { uploadId: services.newId(), name, size, mediaType, sha256, ...found };
      await addUpload(services.db, { ...upload, personId: actor.personId, at: services.clock() });
      return { ...upload, damaged };
    },
  });
};

/** What a person may have put up and not sent: more than any application asks for, less than fills a disk. */
const mostUnsent = { count: 300, bytes: 4 * 1024 ** 3 };

async function demandRoom({ db }: Services, { personId }: PersonActor): Promise<void> {
  const { count, bytes } = await unsentOf(db, personId);
  if (count < mostUnsent.count && bytes < mostUnsent.bytes) return;
  throw new Problem('upload.too-many-unsent', { count, bytes, most: mostUnsent });
}

/**
 * The content of a file: of one that was not sent yet for whoever put it up, of one that a dossier holds for whoever
 * may read it there.
 */
export const readUpload: Handler<'readUpload'> = async ({ params, actor, services }) => {
  const { uploadId } = params;
  const upload = await findUpload(services.db, uploadId);
  if (upload?.dossierId) return documentFile(services, actor, { dossierId: upload.dossierId, documentId: uploadId });
  if (upload?.personId !== actor.personId) throw new Problem('upload.not-found', { uploadId });
  const { name: fileName, mediaType, size, sha256 } = upload;
  return { content: await services.files.open(sha256), fileName, mediaType, size };
};

/** Takes away a file of one's own that was not sent yet. */
export const deleteUpload: Handler<'deleteUpload'> = async ({ params, actor, services }) => {
  const isGone = await removeUpload(services, actor, params.uploadId);
  if (!isGone) throw new Problem('upload.not-found', { uploadId: params.uploadId });
  return undefined;
};

/** Removes the files that answers name, as far as they are the person's own and were not sent. */
export async function removeUploadsIn(services: Services, actor: PersonActor, answers: Json | Answers): Promise<void> {
  for (const uploadId of uploadIdsIn(answers)) await removeUpload(services, actor, uploadId);
}

/**
 * The bytes go later, by the worker's round, when nothing else has the same: somebody may be putting them up right now.
 */
async function removeUpload({ db }: Services, { personId }: PersonActor, uploadId: string): Promise<boolean> {
  return dropUpload(db, { uploadId, personId });
}

function uploadIdsIn(value: Json | Answers): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, Json]) =>
    name === 'uploadId' && isUuid(member) ? [member] : uploadIdsIn(member),
  );
}

const isUuid = (value: Json): value is string => z.uuid().safeParse(value).success;
