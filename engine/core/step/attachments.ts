import type { Answers, FieldComponent, FormDocument, Json } from '../../../forms/schema/document.ts';
import { isList } from '../../../forms/schema/components.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import { partyRoles } from '../dossier.ts';
import type { DocumentReader, DossierDocument, PartyRole, Upload } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { isRecord } from '../../../forms/schema/json.ts';
import { record } from './progress.ts';
import type { Scene } from './progress.ts';

/** Accepted answers that may name uploads, and who gave them. */
export interface Attaching {
  readonly form: FormDocument | undefined;
  readonly values: Answers;
  readonly elementId: string;
  /** The role of the party that gave them; absent for the office. */
  readonly by?: PartyRole;
}

/**
 * The step with the uploads of the answers made documents of the dossier; those that it holds already stay as they are.
 * They can be read by whoever gave them and by the parties that the field names in `properties.readableBy`
 * (`applicant,third-parties`); the office reads everything. A document keeps the id of its upload.
 */
export function attachUploads(step: Step, attaching: Attaching, scene: Scene): Step {
  const fields = attaching.form === undefined ? [] : fieldsOf(attaching.form);
  return fields.reduce((current, { path, component }) => {
    if (isList(component) || component.type !== 'filepicker') return current;
    const ids = uploadsAt(attaching.values, path.split('.'));
    return attach(current, { ...attaching, component, ids }, scene);
  }, step);
}

interface FieldUploads extends Attaching {
  readonly component: FieldComponent;
  readonly ids: readonly string[];
}

function attach(step: Step, field: FieldUploads, scene: Scene): Step {
  const { ids, by, elementId } = field;
  const free = scene.context.uploads.filter(
    ({ uploadId, dossierId }) => ids.includes(uploadId) && dossierId === undefined,
  );
  if (free.length === 0) return step;
  const documents = free.map((upload) => documentOf(upload, field, scene));
  const documentIds = free.map(({ uploadId }) => uploadId);
  const attached = {
    ...step,
    documents: [...step.documents, ...documents],
    uploadsBound: [...step.uploadsBound, ...documentIds],
  };
  const titles = [field.component.label ?? ''];
  const hashes = documents.map(({ sha256 }) => sha256);
  const facts = { documentIds, titles, hashes, count: documents.length, readableBy: readersOf(field, scene) };
  return record(attached, scene, {
    type: 'documents.added',
    data: { ...facts, kind: 'attachment', by: by ?? 'office', elementId },
  });
}

function documentOf(
  upload: Upload,
  field: FieldUploads,
  { context, acting }: Pick<Scene, 'context' | 'acting'>,
): DossierDocument {
  return {
    documentId: upload.uploadId,
    kind: 'attachment',
    title: field.component.label ?? upload.name,
    fileName: upload.name,
    mediaType: upload.mediaType,
    size: upload.size,
    sha256: upload.sha256,
    addedAt: context.now,
    addedBy: acting.name,
    readableBy: readersOf(field, { acting }),
    ...(context.registration === undefined ? {} : { registration: context.registration }),
  };
}

// What a third party gives is no other third party's business.
function readersOf({ component, by }: FieldUploads, { acting }: Pick<Scene, 'acting'>): readonly DocumentReader[] {
  const named = (component.properties?.['readableBy'] ?? '').split(',').map((role) => role.trim());
  const roles = partyRoles.filter((role) => (role === by && role === 'applicant') || named.includes(role));
  return by === undefined || roles.includes(by) ? roles : [...roles, `person:${acting.id}`];
}

/** The ids of the uploads at a path; lists on the way are gone through. */
export function uploadsAt(value: Json, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => uploadsAt(item, path));
  if (!isRecord(value)) return [];
  const [key, ...rest] = path;
  if (key !== undefined) return uploadsAt(value[key] ?? null, rest);
  const { uploadId } = value;
  return typeof uploadId === 'string' ? [uploadId] : [];
}
