import { isList } from '../../forms/schema/components.ts';
import { fieldsOf } from '../../forms/schema/pages.ts';
import { listsNamed, type Lookups } from '../../forms/schema/lookups.ts';
import { typeName } from '../../forms/fields/schemas.ts';
import type { PersonActor } from '../core/actor.ts';
import { bodyNames } from '../store/tables/bodies.ts';
import { loadEvents } from '../store/tables/events.ts';
import { openDossier, readableDocuments, readableMessages, type OpenedDossier } from './dossier-reading.ts';
import type { DossierMaterial } from './present/citizen.ts';
import { defined } from './present/defined.ts';
import { sentAnswers } from './sent-answers.ts';
import type { Services } from './services.ts';

/** Everything that a page about a dossier shows, cut down to what the reader may read. */
export async function materialOf(
  services: Services,
  actor: PersonActor,
  reading: { readonly dossierId: string; readonly what: string },
): Promise<DossierMaterial> {
  const opened = await openDossier(services, actor, reading);
  const lookups = await services.lookups?.();
  const [documents, messages, events, names, sent] = await Promise.all([
    readableDocuments(services, actor, opened),
    readableMessages(services, actor, opened),
    loadEvents(services.db, reading.dossierId),
    bodyNames(services.db, bodiesIn(opened)),
    sentAnswers(services.db, opened, lookups),
  ]);
  return {
    opened,
    documents,
    messages,
    events,
    bodyNames: names,
    choiceLabels: labelsIn(opened, lookups),
    ...defined({ sent }),
  };
}

/** The labels of the lists outside the forms from which their fields choose. */
function labelsIn({ procedure }: OpenedDossier, lookups: Lookups = {}): DossierMaterial['choiceLabels'] {
  const sources = Object.values(procedure.forms).flatMap(listsNamed);
  return Object.fromEntries(
    [...new Set(sources)].map((source) => {
      const choices = lookups.choices?.(source) ?? [];
      return [source, Object.fromEntries(choices.map(({ value, label }) => [value, label]))];
    }),
  );
}

/** The ids of bodies among the answers: an answer holds the id, a page shows the name. */
function bodiesIn({ dossier, procedure }: OpenedDossier): readonly string[] {
  const keys = Object.values(procedure.forms).flatMap((form) =>
    fieldsOf(form).flatMap(({ component, path }) =>
      !isList(component) && typeName(component) === 'body' ? [path] : [],
    ),
  );
  const uuid = /^[0-9a-f-]{36}$/i;
  return keys
    .map((key) => dossier.variables[key])
    .filter((value) => typeof value === 'string' && uuid.test(value)) as string[];
}
