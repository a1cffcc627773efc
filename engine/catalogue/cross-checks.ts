import { isList } from '../../forms/schema/components.ts';
import type { Component, FormDocument } from '../../forms/schema/document.ts';
import { typeName } from '../../forms/fields/schemas.ts';
import { elementsOf } from '../kernel/program.ts';
import { errorIn, warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { placeholdersOf } from '../core/template.ts';
import type { Template } from '../core/drawn-procedure.ts';
import { namesOf } from '../language/uses.ts';
import { parseFeel, readFeelers } from '../rules/feel.ts';
import { takenKeys } from './applicant.ts';
import { checkBodyLayer } from './body-layer.ts';
import { checkCalls } from './calls.ts';
import { checkCompetence } from './competence.ts';
import { checkEnglish } from './english.ts';
import { componentsIn, keyOf, programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { checkNotices } from './notices.ts';
import { checkPartCalls } from './part-calls.ts';
import { checkTexts } from './placeholders.ts';
import { checkRoles } from './roles.ts';
import { staleDecisions } from './stale.ts';
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
    ...takenKeys(parts),
    ...checkCalls(parts),
    ...checkPartCalls(parts),
    ...staleDecisions(parts),
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
  const applied = startFormId === '' ? [] : [{ id: program.starts['']?.[0] ?? program.processId, formId: startFormId }];
  const used = [...drawn, ...acts, ...applied];
  const missing = used
    .filter(({ formId }) => !(formId in forms))
    .map(({ id, formId }) => ({
      ...errorIn('procedure.bpmn', 'form.missing', { form: formId }),
      elementId: id,
    }));
  return [...missing, ...idle(Object.keys(forms), [...used.map(({ formId }) => formId), ...inParts], 'forms')];
}

function checkTemplates({ facts, dialect, templates, parts = {} }: Parts): readonly Finding[] {
  const inParts = Object.values(parts).flatMap((part) => Object.keys(part.templates));
  const used = namesOf('letter', facts, dialect).map(({ elementId: id, value: template }) => ({ id, template }));
  const missing = used
    .filter(({ template }) => !(template in templates))
    .map(({ id, template }) => ({
      ...errorIn('procedure.bpmn', 'template.missing', { template }),
      elementId: id,
    }));
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
    return fault === undefined ? [] : [errorIn(file, 'template.block', { mark: fault })];
  });
}

function idle(existing: readonly string[], used: readonly string[], folder: string): readonly Finding[] {
  return existing.filter((id) => !used.includes(id)).map((id) => warningIn(`${folder}/${id}`, 'file.unused'));
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
    ...(isLength ? [] : [errorIn('service.json', 'service.maximum-days', { parameter: maximumDaysParameter })]),
    ...missing.map((key) => errorIn('service.json', 'service.key', { key })),
    ...(office.startsWith('=') || /^[a-z][a-z0-9-]*$/.test(office)
      ? []
      : [errorIn('service.json', 'service.office', { office })]),
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
      const params = { key, types: [first.type, type], other: first.form } as const;
      return [warningIn(`forms/${form.id}.json`, 'key.two-types', params)];
    }),
  );
}

function typeOf(component: Component): string {
  return isList(component) || !('key' in component) ? component.type : typeName(component);
}
