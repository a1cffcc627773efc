import { bodyTextNames, type BodyCard } from '../../forms/contract/body-layer.ts';
import type { BodyParameter } from '../core/parameters.ts';
import type { Day } from '../core/dossier.ts';
import type { Procedure } from '../core/procedure.ts';
import { findBodies } from '../store/organisation/bodies.ts';
import { bodiesGiving, bodyValuesOn } from '../store/organisation/body-values.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** What a body gives of its own to a procedure, and which bodies give something. */
export interface LayerOfBody {
  readonly parameters: readonly BodyParameter[];
  /** Absent where no body was asked for, or an unknown one. */
  readonly ofBody?: BodyCard | undefined;
  readonly bodies: readonly { readonly ipaCode: string; readonly name: string }[];
}

/** What a body says and sets on a day, as far as the procedure leaves it to the bodies. */
export async function bodyLayerOf(
  { db }: Pick<Services, 'db'>,
  { procedureId, service }: Procedure,
  { ipaCode, on }: { readonly ipaCode: string | undefined; readonly on: Day },
): Promise<LayerOfBody> {
  if (service.ofBodies === undefined) return { parameters: [], bodies: [] };
  const bodies = await bodiesGiving(db, procedureId, on);
  if (ipaCode === undefined) return { parameters: [], bodies };
  const [body] = await findBodies(db, { text: '', ipaCodes: [ipaCode], notEndedOn: on });
  if (body === undefined) return { parameters: [], bodies };
  const left = service.ofBodies.texts;
  const of = { ipaCode, procedureId };
  const [parameters, texts] = await Promise.all([
    bodyValuesOn(db, { ...of, kind: 'parameters' }, on),
    bodyValuesOn(db, { ...of, kind: 'texts' }, on),
  ]);
  const shown = bodyTextNames.flatMap((name) =>
    texts
      .filter((text) => text.name === name && name in left)
      .map(({ value, source, firstOn, lastOn }) => ({
        name,
        text: String(value),
        source,
        firstOn,
        ...defined({ lastOn: lastOn ?? undefined }),
      })),
  );
  return { parameters, ofBody: { ipaCode: body.ipaCode, name: body.name, texts: shown }, bodies };
}
