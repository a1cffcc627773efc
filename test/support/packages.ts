import { v7 } from 'uuid';
import type { CallOutput } from '../../forms/contract/client.ts';
import { rowsOf } from '../../engine/store/db.ts';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import type { RunningApi, Visitor } from './api.ts';

/** Begins the package of a new procedure for the Region. */
export function aBlankPackage(
  analyst: Visitor,
  procedureId: string,
  bodyId = bodyIdOf('r_emiro'),
): Promise<CallOutput<'createPackage'>> {
  const from = { type: 'blank', procedureId, title: `Prova di ${procedureId}` } as const;
  return analyst.call('createPackage', { body: { from, bodyId } });
}

/** Signs in one of the demo people, who is from now on an analyst of one body, in its URP. */
export async function anAnalystOf(api: RunningApi, username: string, ipaCode: string): Promise<Visitor> {
  await rowsOf(
    api.db,
    `INSERT INTO memberships (fiscal_code, body_id, office_code, role, first_on)
     SELECT fiscal_code, CAST(:bodyId AS uuid), 'urp', 'analyst', '2000-01-01' FROM people
      WHERE subject = :username ON CONFLICT DO NOTHING`,
    { bodyId: bodyIdOf(ipaCode), username },
  );
  return api.signIn(username, 'office');
}

/** Reads a file, changes its text and writes it. */
export async function edit(
  analyst: Visitor,
  packageId: string,
  { path, change }: { readonly path: string; readonly change: (text: string) => string },
): Promise<number> {
  const { text, revision } = await analyst.call('readPackageFile', { params: { packageId }, query: { path } });
  const body = { path, revision, text: change(text) };
  return (await analyst.call('writePackageFile', { params: { packageId }, body })).revision;
}

/** The id of a package that there is not. */
export const noPackage = v7();
