import { loadavg } from 'node:os';
import { openDatabase } from '../../engine/store/db.ts';
import { line, perSecond, quantile } from './load/clients.ts';
import { aDoor } from './load/door.ts';
import { aSavingEngine } from './load/engine.ts';
import { aFloor, writtenFor } from './load/floor.ts';
import { aBenchPlace, readyDrafts, type BenchPlace, type ReadyDraft } from './load/place.ts';

const widths = [1, 8, 32];
const rounds = 5;
const perRound = 80;
const bound = 0.75;

/**
 * Measures how many submissions the door takes in a second, and how many transactions with the same rows a bare loop on
 * the driver makes; and how many executions bpmn-engine starts and saves. They take turns on copies of one database, so
 * that what else is at work strikes all; the ratio is the median of the rounds. Whether each is at the bound.
 */
export async function benchDoor(): Promise<boolean> {
  const place = await aBenchPlace();
  try {
    const db = openDatabase(place.url);
    const drafts = await readyDrafts(db, ['giulia', 'marco', 'luca'], (rounds + 1) * perRound);
    await db.destroy();
    let held = true;
    for (const width of widths) held = (await measure(place, drafts, width)) && held;
    line('carico della macchina, ultimo minuto', loadavg()[0]?.toFixed(1) ?? '');
    return held;
  } finally {
    await place.stop();
  }
}

/** The loop is told nothing by row level security: what the wall costs is the door's. */
const asOwner = ({ ownerUrl }: BenchPlace, url: string): string =>
  Object.assign(new URL(ownerUrl), { pathname: new URL(url).pathname }).href;

async function measure(place: BenchPlace, drafts: readonly ReadyDraft[], width: number): Promise<boolean> {
  const [doorUrl, floorUrl] = [await place.copy(`door_${width}`), await place.copy(`floor_${width}`)];
  const [door, floor] = [aDoor(doorUrl), aFloor(asOwner(place, floorUrl), width)];
  const engine = await aSavingEngine(asOwner(place, await place.copy(`engine_${width}`)), width);
  const rates: Rates[] = [];
  let tables = 0;
  // The first round warms both up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const ids: string[] = [];
    const slice = drafts.slice(round * perRound, (round + 1) * perRound);
    const doors = await perSecond(slice, width, async (draft) => ids.push(await door.submit(draft)));
    const written = await writtenFor(doorUrl, ids);
    tables = written[0]?.tables.length ?? 0;
    const floors = await perSecond(written, width, floor.write);
    const engines = await perSecond(slice, width, engine.submit);
    if (round > 0) rates.push({ door: doors, floor: floors, engine: engines });
  }
  await Promise.all([door.stop(), floor.stop(), engine.stop()]);
  const ratioTo = (of: 'floor' | 'engine'): number => medianOf(rates.map((rate) => rate.door / rate[of]));
  const speed = (of: keyof Rates): string => medianOf(rates.map((rate) => rate[of])).toFixed(0);
  const ratio = ratioTo('floor');
  line(
    `porta e anello nudo, ${width} alla volta`,
    `${speed('door')} e ${speed('floor')} al secondo (${tables} tabelle)`,
  );
  line(`rapporto, ${width} alla volta`, `${ratio.toFixed(2)} (almeno ${bound})`, ratio >= bound);
  line(
    `bpmn-engine che salva, ${width} alla volta`,
    `${speed('engine')} al secondo; la porta ${ratioTo('engine').toFixed(2)} volte tanto`,
  );
  return ratio >= bound;
}

/** In a second. */
interface Rates {
  readonly door: number;
  readonly floor: number;
  readonly engine: number;
}

const medianOf = (values: readonly number[]): number => quantile(values, 0.5);
