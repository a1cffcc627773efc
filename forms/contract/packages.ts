import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, page } from './shapes.ts';

/** The name of a procedure, as its package, its process and its address have it. */
const procedureName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{2,59}$/)
  .meta({ description: 'Nome del procedimento: minuscole, cifre e trattini' });
const path = z.string().min(1).max(100).meta({ description: 'Il file nel pacchetto, per esempio forms/domanda.json' });
const revision = z.coerce.number().int().min(0).max(2_000_000_000);
const title = z.string().min(3).max(200);

export const finding = z
  .object({
    rule: z.string(),
    level: z.enum(['error', 'warning']),
    elementId: z.string().optional(),
    file: z.string().optional(),
    attribute: z.string().optional(),
    message: z.string(),
  })
  .meta({ id: 'Finding', description: 'Che cosa non va in un pacchetto, e dove' });

export const packageSummary = z
  .object({
    packageId: id,
    procedureId: z.string(),
    title: z.string(),
    bodyId: id,
    bodyName: z.string(),
    /** `changed`: published, and changed since. */
    state: z.enum(['draft', 'published', 'changed', 'retired']),
    /** The version in use. */
    version: z.number().int().optional(),
    revision: z.number().int(),
    changedAt: instant,
    changedBy: z.string(),
    /** What the last check found, if the package has not changed since. */
    checked: z.object({ errors: z.number().int(), warnings: z.number().int() }).optional(),
    /** When a start held back files of the product, which no version here has: an analyst has published anew. */
    heldAt: instant.optional(),
    /** Somebody other than the last to change it has to publish it. */
    needsAnother: z.boolean(),
  })
  .meta({ id: 'PackageSummary' });

const packageFile = z
  .object({ path: z.string(), revision: z.number().int(), changedAt: instant, changedBy: z.string() })
  .meta({ id: 'PackageFile' });

export const packageDetail = packageSummary
  .extend({ files: z.array(packageFile.extend({ size: z.number().int() })) })
  .meta({ id: 'PackageDetail' });

export type Finding = z.infer<typeof finding>;
export type PackageSummary = z.infer<typeof packageSummary>;
export type PackageDetail = z.infer<typeof packageDetail>;

const params = z.object({ packageId: id });
const seen = { path, revision };
const changed = z.object({ revision: z.number().int() });

export const listPackages = endpoint({
  method: 'get',
  path: '/packages',
  audience: 'office',
  summary: 'I pacchetti degli enti di cui chi chiede è analista, gli ultimi cambiati per primi',
  response: page(packageSummary),
});

/** From what a package begins. */
const origin = z.discriminatedUnion('type', [
  z.object({ type: z.literal('blank'), procedureId: procedureName, title }).strict(),
  z
    .object({
      type: z.literal('published'),
      procedureId: procedureName,
      /** The name of the copy; without it the procedure itself is taken up. */
      as: procedureName.optional(),
    })
    .strict(),
  z.object({ type: z.literal('zip'), procedureId: procedureName, content: z.base64().min(4).max(900_000) }).strict(),
  z.object({ type: z.literal('bpmn'), title, content: z.string().min(1).max(600_000) }).strict(),
]);

export const createPackage = endpoint({
  method: 'post',
  path: '/packages',
  audience: 'office',
  limit: 'package',
  summary: 'Inizia un pacchetto: vuoto, da una versione pubblicata, da un archivio zip o da un diagramma BPMN',
  body: z.object({
    from: origin,
    /** The body that draws it; without it the one of which the person is an analyst, if it is one only. */
    bodyId: id.optional(),
  }),
  response: packageSummary,
  status: 201,
});

export const readPackage = endpoint({
  method: 'get',
  path: '/packages/:packageId',
  audience: 'office',
  summary: 'Un pacchetto con l’elenco dei suoi file',
  params,
  response: packageDetail,
});

export const readPackageFile = endpoint({
  method: 'get',
  path: '/packages/:packageId/file',
  audience: 'office',
  summary: 'Il testo di un file di un pacchetto, com’è ora o com’era dopo la revisione at',
  params,
  query: z.object({ path, at: revision.optional() }),
  response: packageFile.extend({ text: z.string() }),
});

export const readPackageTexts = endpoint({
  method: 'get',
  path: '/packages/:packageId/texts',
  audience: 'office',
  summary: 'I testi di tutti i file di un pacchetto, 8 MB al massimo: per sapere dove si usa una risposta',
  params,
  response: z.object({
    revision: z.number().int(),
    /** Path to text. */
    files: z.record(z.string(), z.string()),
  }),
});

export const writePackageFile = endpoint({
  method: 'put',
  path: '/packages/:packageId/file',
  audience: 'office',
  limit: 'package',
  summary:
    'Scrive un file sopra la revisione che si è letta (0 se è nuovo); se intanto è cambiato, 409 con chi, quando e il testo che c’è',
  params,
  body: z.object({ ...seen, text: z.string().max(600_000) }),
  response: changed,
});

export const deletePackageFile = endpoint({
  method: 'delete',
  path: '/packages/:packageId/file',
  audience: 'office',
  limit: 'package',
  summary: 'Elimina un file di un pacchetto, se è ancora come si è letto; la storia lo conserva',
  params,
  query: z.object(seen),
  response: changed,
});

export const renamePackageFile = endpoint({
  method: 'post',
  path: '/packages/:packageId/renamings',
  audience: 'office',
  limit: 'package',
  summary: 'Dà un altro nome a un file di un pacchetto, se è ancora come si è letto',
  params,
  body: z.object({ ...seen, to: path }),
  response: changed,
});

export const readPackageHistory = endpoint({
  method: 'get',
  path: '/packages/:packageId/history',
  audience: 'office',
  summary: 'Le modifiche di un pacchetto o di un suo file, con chi e quando, le ultime per prime',
  params,
  query: z.object({ path: path.optional(), before: revision.optional() }),
  response: z.object({
    items: z.array(
      z.object({
        revision: z.number().int(),
        path: z.string(),
        kind: z.enum(['created', 'written', 'deleted', 'renamed', 'restored']),
        changedAt: instant,
        changedBy: z.string(),
      }),
    ),
  }),
});

export const restorePackage = endpoint({
  method: 'post',
  path: '/packages/:packageId/restorations',
  audience: 'office',
  limit: 'package',
  summary: 'Riporta un pacchetto, o un suo file, a com’era dopo una revisione; è una modifica come le altre',
  params,
  body: z.object({ revision, path: path.optional() }),
  response: changed,
});

export const checkPackage = endpoint({
  method: 'post',
  path: '/packages/:packageId/checks',
  audience: 'office',
  limit: 'package',
  summary: 'Che cosa la pubblicazione troverebbe ora in un pacchetto',
  params,
  response: z.object({ revision: z.number().int(), findings: z.array(finding) }),
});

export const publishPackage = endpoint({
  method: 'post',
  path: '/packages/:packageId/publications',
  audience: 'office',
  limit: 'package',
  summary: 'Pubblica un pacchetto com’è alla revisione letta: dà la versione, oppure che cosa lo impedisce',
  params,
  body: z.object({ revision }),
  response: z.object({ version: z.number().int().optional(), findings: z.array(finding) }),
});

export const retirePackage = endpoint({
  method: 'post',
  path: '/packages/:packageId/retirements',
  audience: 'office',
  limit: 'package',
  summary: 'Ritira il procedimento di un pacchetto: non si presentano più domande, le pratiche aperte continuano',
  params,
  response: packageSummary,
});

export const exportPackage = endpoint({
  method: 'get',
  path: '/packages/:packageId/archive',
  audience: 'office',
  summary: 'I file di un pacchetto in un archivio zip',
  params,
  produces: 'application/zip',
});
