import type { Answers, FormDocument, Json } from '../../forms/schema/document.ts';
import { sourcesOf, topFields } from '../../forms/schema/prefill.ts';
import { isRecord } from '../../forms/schema/json.ts';
import { askRegistry } from '../connect/registries.ts';
import type { PersonActor } from '../core/actor.ts';
import { romeDay } from '../core/calendar.ts';
import type { Day } from '../core/dossier.ts';
import { pathsToFetch, putAt, type KnownFacts } from '../core/known.ts';
import type { Instant } from '../kernel/types.ts';
import { sentApplications, type SentApplication } from '../store/tables/drafts.ts';
import type { Services } from './services.ts';

/** How many of a person's dossiers are looked through; who has sent more has answered lately too. */
const DOSSIERS_READ = 20;

const MINUTE_MS = 60_000;
/** What was said holds for this long; a registry that was silent is asked again sooner. */
const FRESH_MINUTES = 60;
const SILENT_MINUTES = 5;

/** What is asked, for whom. */
export interface Asking {
  readonly actor: PersonActor;
  readonly form: FormDocument;
  /** What was said before, as the draft keeps it. */
  readonly before?: Partial<KnownFacts>;
}

interface Said {
  readonly path: string;
  readonly value: Json;
  readonly on: Day;
}

/**
 * What other dossiers of the person and the registries say for the fields of a form; `before` itself while it is fresh.
 * A registry that is silent now keeps what it said before: the day beside the value tells how old that is.
 */
export async function knownFacts(services: Services, asking: Asking): Promise<Partial<KnownFacts>> {
  const { actor, form, before = {} } = asking;
  const asked = pathsToFetch(form);
  const now = services.clock();
  if (isFresh(before, asked, now)) return before;
  const names = [...new Set(asked.flatMap((path) => registryName(path) ?? []))];
  const [fromDossiers, replies] = await Promise.all([
    saidInDossiers(services, actor, asked),
    Promise.all(names.map(async (name) => [name, await askRegistry(services.registries?.[name], actor)] as const)),
  ]);
  const silent = replies.flatMap(([name, reply]) => (reply === 'silent' ? [name] : []));
  const fromRegistries = replies.flatMap(([name, reply]) => saidByRegistry(name, reply, { asked, on: romeDay(now) }));
  const kept = silent.flatMap((name) => saidBefore(before, name, asked));
  const said = [...fromDossiers, ...fromRegistries, ...kept];
  return {
    sources: said.reduce<Answers>((sources, { path, value }) => putAt(sources, path, value), {}),
    on: Object.fromEntries(said.map(({ path, on }) => [path, on])),
    asked,
    silent,
    askedAt: now,
  };
}

function isFresh({ asked: before, silent = [], askedAt }: Partial<KnownFacts>, asked: readonly string[], now: Instant) {
  if (asked.length === 0) return true;
  if (askedAt === undefined || before?.join() !== asked.join()) return false;
  const minutes = silent.length > 0 ? SILENT_MINUTES : FRESH_MINUTES;
  return Date.parse(now) - Date.parse(askedAt) < minutes * MINUTE_MS;
}

const registryName = (path: string): string | undefined => {
  const [root, name] = path.split('.');
  return root === 'registry' ? name : undefined;
};

const valueAt = (holder: Json | undefined, steps: readonly string[]): Json | undefined =>
  steps.reduce<Json | undefined>(
    (value, step) => (isRecord(value ?? null) ? (value as Answers)[step] : undefined),
    holder,
  );

/** The paths that were asked for, and the day. */
interface Asked {
  readonly asked: readonly string[];
  readonly on: Day;
}

function saidByRegistry(name: string, reply: Answers | 'silent', { asked, on }: Asked): readonly Said[] {
  if (reply === 'silent') return [];
  return asked
    .filter((path) => registryName(path) === name)
    .flatMap((path) => {
      const value = valueAt(reply, path.split('.').slice(2));
      return value === undefined || value === null ? [] : [{ path, value, on }];
    });
}

function saidBefore({ sources = {}, on = {} }: Partial<KnownFacts>, name: string, asked: readonly string[]) {
  return asked
    .filter((path) => registryName(path) === name)
    .flatMap((path): readonly Said[] => {
      const value = valueAt(sources, path.split('.'));
      const day = on[path];
      return value === undefined || day === undefined ? [] : [{ path, value, on: day }];
    });
}

async function saidInDossiers(services: Services, { personId }: PersonActor, asked: readonly string[]) {
  const paths = asked.filter((path) => path.startsWith('dossiers.'));
  if (paths.length === 0) return [];
  const sent = await sentApplications(services.db, personId, DOSSIERS_READ);
  const forms = await Promise.all(sent.map((one) => formOf(services, one)));
  return paths.flatMap((path): readonly Said[] => {
    const found = sent.flatMap((one, index) => answerFor(path, one, forms[index]));
    return found.slice(0, 1);
  });
}

async function formOf(services: Services, { procedureId, procedureVersion }: SentApplication) {
  const procedure = await services.procedures(procedureId, procedureVersion);
  return procedure.forms[procedure.startFormId];
}

/** What was answered in a field that names the same path, whatever its key and its procedure. */
function answerFor(path: string, { variables, submittedAt }: SentApplication, form: FormDocument | undefined) {
  const key = form && keysBySource(form).get(path);
  const value = key === undefined ? undefined : variables[key];
  if (value === undefined || value === null || value === '') return [];
  return [{ path, value, on: romeDay(submittedAt) }];
}

const keys = new WeakMap<FormDocument, ReadonlyMap<string, string>>();

/** The key of the first field that names a source, by the path of the source. */
function keysBySource(form: FormDocument): ReadonlyMap<string, string> {
  const before = keys.get(form);
  if (before !== undefined) return before;
  const named = topFields(form).flatMap((field) => sourcesOf(field).map((source) => [source, field.key] as const));
  const found = new Map(named.toReversed());
  keys.set(form, found);
  return found;
}
