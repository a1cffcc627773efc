import { z } from 'zod';
import type { Json } from '../kernel/types.ts';
import type { PartInterface } from '../core/procedure.ts';
import type { Read } from './findings.ts';
import { readJson } from './read-parts.ts';
import type { ShapeFault } from '../findings/shape-fault.ts';

/** Where the parts of a package lie in it, each in a folder with its id. */
const folder = '_parts/';

const name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'variable-name' satisfies ShapeFault['code']);
const label = z.string().min(1);
const json: z.ZodType<Json> = z.json();

const partInterface = z.strictObject({
  title: label,
  ground: label,
  inputs: z.record(name, z.strictObject({ label, default: json.optional() })).default({}),
  outputs: z.record(name, z.strictObject({ label })).default({}),
  errors: z.record(z.string(), label).default({}),
  terms: z.record(z.string(), label).default({}),
  roles: z.array(z.string()).default([]),
});

/** What a part takes and gives; absent when `part.json` is missing or not as it has to be. */
export const readInterface = (files: Readonly<Record<string, string>>): Read<PartInterface | undefined> =>
  readJson('part.json', files['part.json'], partInterface);

/** The files of each part in a package, by its id, with the paths that they have inside the part. */
export function partFiles(
  files: Readonly<Record<string, string>>,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(folder)) continue;
    const [id = '', ...inner] = path.slice(folder.length).split('/');
    const own = found.get(id) ?? {};
    found.set(id, Object.assign(own, { [inner.join('/')]: text }));
  }
  return found;
}

/** The path in the package of a file of a part. */
export const pathInPackage = (partId: string, path: string): string => `${folder}${partId}/${path}`;
