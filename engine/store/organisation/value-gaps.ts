import type { BodyLayer } from '../../../forms/contract/body-layer.ts';
import type { Day } from '../../core/dossier.ts';
import { firstDayTwice, firstDayWithout, type Period } from '../../core/periods.ts';
import type { Db } from '../db.ts';
import { periodsOf, type BodyPeriod, type NamedBodyValue } from './body-values.ts';

/** A value that a body has to give and does not from a day on, or two values that hold on one day. */
export interface ValueGap extends NamedBodyValue {
  readonly fault: 'missing' | 'twice';
  /** From when nothing is given, today at the earliest; or the first day with two values. */
  readonly on: Day;
}

/** What published procedures leave to the bodies, by procedure. */
export type Layers = ReadonlyMap<string, BodyLayer>;

/** What is wrong from a day on with what some bodies give of their own. */
export async function valueGapsIn(
  db: Db,
  { ipaCodes, layers }: { readonly ipaCodes: readonly string[]; readonly layers: Layers },
  on: Day,
): Promise<readonly ValueGap[]> {
  const periods = await periodsOf(db, ipaCodes);
  return ipaCodes.flatMap((ipaCode) =>
    [...layers].flatMap(([procedureId, layer]) =>
      (['parameters', 'texts'] as const).flatMap((kind) =>
        Object.entries(layer[kind]).flatMap(([name, { must }]) => {
          const of = { kind, ipaCode, procedureId, name };
          return gapsOf(of, { must, periods: periods.filter((period) => isOf(period, of)), on });
        }),
      ),
    ),
  );
}

const isOf = (period: BodyPeriod, of: NamedBodyValue): boolean =>
  (['kind', 'ipaCode', 'procedureId', 'name'] as const).every((member) => period[member] === of[member]);

function gapsOf(
  of: NamedBodyValue,
  { must, periods, on }: { readonly must: boolean; readonly periods: readonly Period[]; readonly on: Day },
): readonly ValueGap[] {
  const [missing, twice] = [must ? firstDayWithout(periods, on) : undefined, firstDayTwice(periods, on)];
  return [
    ...(missing === undefined ? [] : [{ ...of, fault: 'missing' as const, on: missing }]),
    ...(twice === undefined ? [] : [{ ...of, fault: 'twice' as const, on: twice }]),
  ];
}
