import { z } from 'zod';
import { serviceCard } from '../../forms/contract/procedures.ts';
import type { ServiceCard } from '../../forms/contract/procedures.ts';
import type { FormDocument } from '../../forms/schema/document.ts';
import { readForm } from '../../forms/schema/read.ts';
import type { Template } from '../core/drawn-procedure.ts';
import type { Procedure } from '../core/procedure.ts';
import { parseJson } from './findings.ts';
import type { Read } from './findings.ts';
import { errorIn } from '../findings/finding.ts';
import type { ShapeFault } from '../findings/shape-fault.ts';

type Files = Readonly<Record<string, string>>;

/** The texts of one folder of a procedure: `forms/riesame.json` becomes `riesame`. */
export function partsIn(
  files: Files,
  folder: string,
): readonly { readonly id: string; readonly file: string; readonly text: string }[] {
  return Object.entries(files)
    .filter(([file]) => file.startsWith(`${folder}/`))
    .map(([file, text]) => ({ id: file.slice(folder.length + 1).replace(/\.[^.]+$/, ''), file, text }));
}

/** The service card; absent when the file is missing or not as the contract has it. */
export function readService(files: Files): Read<ServiceCard | undefined> {
  return readJson('service.json', files['service.json'], serviceCard);
}

const earlierApplicant = z.object({ applicant: z.looseObject({ principal: z.string() }) });

/**
 * The card of a version that was published before cards named kinds of party: it said by FEEL for whom an application
 * is. Its dossiers have their parties, so that it runs on without.
 */
export function withoutPrincipal(files: Files): Files {
  const text = files['service.json'] ?? '';
  if (!text.includes('"principal"')) return files;
  const { value } = parseJson('service.json', text);
  const { success } = earlierApplicant.safeParse(value);
  if (!success) return files;
  const { applicant: _principal, ...card } = z.looseObject({ applicant: z.unknown() }).parse(value);
  return { ...files, 'service.json': JSON.stringify(card) };
}

const parameterList = z
  .array(
    z.strictObject({
      value: z.union([z.number(), z.string(), z.boolean()]),
      validFrom: z.iso.date(),
      source: z.string().min(1),
    }),
  )
  .min(1);

/** The parameters with their days of validity. */
export function readParameters(files: Files): Read<Procedure['parameters']> {
  const { value, findings } = readJson(
    'parameters.json',
    files['parameters.json'],
    z.record(z.string(), parameterList),
  );
  const twice = Object.entries(value ?? {}).flatMap(([name, list]) => {
    const days = list.map(({ validFrom }) => validFrom);
    const day = days.find((each, index) => days.indexOf(each) !== index);
    if (day === undefined) return [];
    return [errorIn('parameters.json', 'parameter.twice', { parameter: name, day })];
  });
  return { value: value ?? {}, findings: [...findings, ...twice] };
}

/** The forms by id, which is the name of the file. */
export function readForms(files: Files): Read<Readonly<Record<string, FormDocument>>> {
  const readings = partsIn(files, 'forms').map((part) => ({ part, reading: readOneForm(part.file, part.text) }));
  const named = readings.flatMap(({ part, reading }) => {
    if (reading.value === undefined || reading.value.id === part.id) return [];
    return [errorIn(part.file, 'form.id', { id: reading.value.id, expected: part.id })];
  });
  const forms = readings.flatMap(({ part, reading }) => (reading.value ? [[part.id, reading.value] as const] : []));
  return {
    value: Object.fromEntries(forms),
    findings: [...readings.flatMap(({ reading }) => reading.findings), ...named],
  };
}

function readOneForm(file: string, text: string): Read<FormDocument | undefined> {
  const json = parseJson(file, text);
  if (json.findings.length > 0) return { value: undefined, findings: json.findings };
  const { form, issues } = readForm(json.value);
  const findings = issues.map(({ path, code, params: figures }) =>
    errorIn(file, 'form.issue', { code, path, figures }),
  );
  return { value: form, findings };
}

/** The texts with placeholders; the first line of the file is `# ` and the subject. */
export function readTemplates(files: Files): Read<Readonly<Record<string, Template>>> {
  const readings = partsIn(files, 'templates').map(({ id, file, text }) => {
    const [, subject, body] = /^#[ \t]+(.+)\r?\n([\s\S]*)$/.exec(text) ?? [];
    if (subject === undefined || body === undefined || body.trim() === '') {
      return { findings: [errorIn(file, 'template.subject')] };
    }
    const template: Template = { templateId: id, subject: subject.trim(), body: body.trim() };
    return { template, findings: [] };
  });
  const templates = readings.flatMap(({ template }) => (template ? [[template.templateId, template] as const] : []));
  return { value: Object.fromEntries(templates), findings: readings.flatMap(({ findings }) => findings) };
}

/** The JSON of a file in a shape; a missing file is a finding. */
export function readJson<T>(file: string, text: string | undefined, shape: z.ZodType<T>): Read<T | undefined> {
  if (text === undefined) return { value: undefined, findings: [errorIn(file, 'file.missing')] };
  const json = parseJson(file, text);
  if (json.findings.length > 0) return { value: undefined, findings: json.findings };
  const parsed = shape.safeParse(json.value);
  if (parsed.success) return { value: parsed.data, findings: [] };
  const findings = parsed.error.issues.map(({ path, message }) =>
    errorIn(file, 'file.shape', { path: path.map(memberOf), fault: shapeFault(message) }),
  );
  return { value: undefined, findings };
}

const memberOf = (part: PropertyKey): string | number => (typeof part === 'number' ? part : String(part));

// A shape of ours says its code in place of a sentence.
const shapeFault = (message: string): ShapeFault =>
  isOurs(message) ? { code: message } : { code: 'other', reason: message };

const ours = ['party-kind-unknown', 'party-kinds-none', 'variable-name'] as const;

const isOurs = (message: string): message is (typeof ours)[number] => ours.some((code) => code === message);
