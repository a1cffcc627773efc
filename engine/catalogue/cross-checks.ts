import { isList } from '../../forms/schema/components.ts';
import type { Component, FormDocument } from '../../forms/schema/document.ts';
import { typeName } from '../../forms/fields/schemas.ts';
import { elementsOf } from '../kernel/program.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { placeholdersOf } from '../core/template.ts';
import type { Template } from '../core/drawn-procedure.ts';
import { namesOf } from '../language/uses.ts';
import { parseFeel, readFeelers } from '../rules/feel.ts';
import { checkBodyLayer } from './body-layer.ts';
import { checkCalls } from './calls.ts';
import { checkCompetence } from './competence.ts';
import { checkEnglish } from './english.ts';
import { componentsIn, keyOf, programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { error, warning } from './findings.ts';
import { checkNotices } from './notices.ts';
import { checkPartCalls } from './part-calls.ts';
import { checkTexts } from './placeholders.ts';
import { checkRoles } from './roles.ts';
import { checkStarts } from './starts.ts';
import { checkStatuses } from './statuses.ts';
import { unknownNames } from './known-names.ts';

/**
 * What does not fit between the files of a procedure, each of which is right by itself; of a part in a package also
 * with those of its caller.
 */
export function crossChecks(parts: Parts, caller?: Parts): readonly Finding[] {
  return [
    ...checkForms(parts),
    ...checkTemplates(parts),
    ...checkNotices(parts),
    ...checkRoles(parts),
    ...checkStatuses(parts),
    ...checkKeys(parts),
    ...checkCalls(parts),
    ...checkPartCalls(parts),
    ...unknownNames(parts, caller),
    ...checkEnglish(parts),
    ...checkTexts(parts, caller),
    // The card of a part is that of its caller, where it is checked.
    ...(parts.interface === undefined
      ? [...checkService(parts), ...checkCompetence(parts), ...checkBodyLayer(parts), ...checkStarts(parts)]
      : []),
  ];
}

function checkForms(parts: Parts): readonly Finding[] {
  const { program, facts, dialect, forms, startFormId } = parts;
  const inParts = Object.values(parts.parts ?? {}).flatMap((part) => Object.keys(part.forms));
  const drawn = programsOf(parts)
    .flatMap(elementsOf)
    .flatMap(({ id, formId }) => (formId === undefined ? [] : [{ id, formId }]));
  const acts = namesOf('form', facts, dialect).map(({ elementId: id, value: formId }) => ({ id, formId }));
  const applied = startFormId === '' ? [] : [{ id: program.starts[''] ?? program.processId, formId: startFormId }];
  const used = [...drawn, ...acts, ...applied];
  const missing = used
    .filter(({ formId }) => !(formId in forms))
    .map(({ id, formId }) =>
      error(
        'procedure.bpmn',
        'form.missing',
        `L’elemento ${id} usa il modulo ${formId}, ma forms/${formId}.json non c’è.`,
      ),
    );
  return [...missing, ...idle(Object.keys(forms), [...used.map(({ formId }) => formId), ...inParts], 'forms')];
}

function checkTemplates({ facts, dialect, templates, parts = {} }: Parts): readonly Finding[] {
  const inParts = Object.values(parts).flatMap((part) => Object.keys(part.templates));
  const used = namesOf('letter', facts, dialect).map(({ elementId: id, value: template }) => ({ id, template }));
  const missing = used
    .filter(({ template }) => !(template in templates))
    .map(({ id, template }) => {
      const message = `L’elemento ${id} usa il testo ${template}, ma templates/${template}.md non c’è.`;
      return error('procedure.bpmn', 'template.missing', message);
    });
  const mistakes = Object.values(templates).flatMap(({ templateId, subject, body }) =>
    [...placeholdersOf(subject), ...placeholdersOf(body)]
      .flatMap((expression) => parseFeel(expression))
      .map(({ fault }) => errorIn(`templates/${templateId}.md`, 'feel.syntax', { fault, in: { type: 'text' } })),
  );
  return [
    ...missing,
    ...mistakes,
    ...Object.values(templates).flatMap(unclosedBlocks),
    ...idle(Object.keys(templates), [...used.map(({ template }) => template), ...inParts], 'templates'),
  ];
}

function unclosedBlocks({ templateId, subject, body }: Template): readonly Finding[] {
  const file = `templates/${templateId}.md`;
  return [subject, body].flatMap((text) => {
    const { fault } = readFeelers(text);
    if (fault === undefined) return [];
    const message = `Nel testo ${file} il segno «${fault}» non è aperto o non è chiuso: scrivi {{#if …}} … {{else}} … {{/if}} o {{#loop …}} … {{/loop}}.`;
    return [error(file, 'template.block', message)];
  });
}

function idle(existing: readonly string[], used: readonly string[], folder: string): readonly Finding[] {
  return existing
    .filter((id) => !used.includes(id))
    .map((id) =>
      warning(
        `${folder}/${id}`,
        'file.unused',
        `Il file ${folder}/${id} non è usato da nessun elemento del diagramma.`,
      ),
    );
}

function checkService({ service, forms, parameters, startFormId }: Parts): readonly Finding[] {
  const { maximumDaysParameter, competence, subject } = service;
  const days = parameters[maximumDaysParameter] ?? [];
  const isLength =
    days.length > 0 && days.every(({ value }) => typeof value === 'number' && Number.isInteger(value) && value > 0);
  const keys = keysOf(forms[startFormId]);
  const body = competence.from === undefined ? [competence.bodyKey] : [];
  const named = startFormId === '' ? [] : [...body, ...(subject.startsWith('=') ? [] : [subject])];
  const missing = named.filter((key) => !keys.has(key));
  const office = competence.officeCode;
  return [
    ...(isLength
      ? []
      : [
          error(
            'service.json',
            'service.maximum-days',
            `maximumDaysParameter è «${maximumDaysParameter}»: in parameters.json serve un numero intero di giorni con quel nome.`,
          ),
        ]),
    ...missing.map((key) =>
      error('service.json', 'service.key', `La scheda usa la risposta «${key}», che nel modulo iniziale non c’è.`),
    ),
    ...(office.startsWith('=') || /^[a-z][a-z0-9-]*$/.test(office)
      ? []
      : [
          error(
            'service.json',
            'service.office',
            `competence.officeCode è «${office}»: non è il codice di un ufficio né un’espressione.`,
          ),
        ]),
  ];
}

function keysOf(form: FormDocument | undefined): ReadonlySet<string> {
  return new Set(
    componentsIn(form?.components ?? [])
      .map(keyOf)
      .filter((key) => key !== undefined),
  );
}

// Answers are variables of one dossier: a key that means two kinds of thing overwrites itself.
function checkKeys({ forms }: Parts): readonly Finding[] {
  const seen = new Map<string, { readonly form: string; readonly type: string }>();
  return Object.values(forms).flatMap((form) =>
    componentsIn(form.components).flatMap((component) => {
      const [key, type] = [keyOf(component), typeOf(component)];
      if (key === undefined) return [];
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { form: form.id, type });
      if (first === undefined || first.type === type) return [];
      const message = `La risposta «${key}» è di tipo ${first.type} in forms/${first.form}.json e di tipo ${type} in forms/${form.id}.json.`;
      return [warning(`forms/${form.id}.json`, 'key.two-types', message)];
    }),
  );
}

function typeOf(component: Component): string {
  return isList(component) || !('key' in component) ? component.type : typeName(component);
}
