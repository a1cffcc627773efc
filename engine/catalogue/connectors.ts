import { z } from 'zod';
import type { ConnectorDeclaration, Declared } from '../core/connector.ts';
import type { FlowNode, Program } from '../kernel/program.ts';
import type { Finding } from '../findings/finding.ts';
import { evaluateStrict } from '../rules/feel.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { given, variablesOf } from './known-names.ts';
import { namesIn } from './names.ts';

/**
 * Whether the tasks that call services outside fit what is declared of them: the connector exists, is given what it
 * asks for and nothing else, gives what is taken from it, and raises the errors that are caught. Asked of what is to be
 * published.
 */
export function connectorFindings(parts: Parts): readonly Finding[] {
  return programsOf(parts).flatMap((program) =>
    Object.values(program.nodes).flatMap((node) => {
      if (node.work?.type !== 'job') return [];
      const { jobType } = node.work;
      const connector = parts.connectors.find(({ type }) => type === jobType);
      if (connector === undefined) return [unknown(node.id, jobType, parts.connectors)];
      const declared = connector.at?.(parts, node.id) ?? connector;
      if ('fault' in declared) return [unavailable(node.id, declared.fault)];
      const task = { node, connector: { ...declared, label: connector.label } };
      return [...wrongInputs(task), ...unknownOutputs(task, parts), ...undeclaredErrors(task, program)];
    }),
  );
}

interface Task {
  readonly node: FlowNode;
  readonly connector: Declared & Pick<ConnectorDeclaration, 'label'>;
}

interface Said {
  readonly rule: string;
  readonly attribute: string;
  readonly message: string;
  readonly level?: Finding['level'];
}

const at = (elementId: string, { level = 'error', ...said }: Said): Finding => ({
  ...said,
  level,
  file: 'procedure.bpmn',
  elementId,
});

function unknown(id: string, jobType: string, connectors: readonly ConnectorDeclaration[]): Finding {
  const known = connectors.map(({ type }) => type).join(', ');
  const message = `L’attività ${id} chiede il servizio «${jobType}», che non c’è: si può chiedere ${known}.`;
  return at(id, { rule: 'connector.unknown', attribute: 'type', message });
}

const unavailable = (id: string, fault: string): Finding =>
  at(id, { rule: 'connector.operation', attribute: 'name', message: `L’attività ${id}: ${fault}` });

function wrongInputs({ node: { id, inputs }, connector }: Task): readonly Finding[] {
  const { label, input } = connector;
  const shape: Readonly<Record<string, z.core.$ZodType>> = input.shape;
  const mapped = new Map(inputs.map(({ target, source }) => [target, source]));
  const roots = new Set(inputs.map(({ target }) => rootOf(target)));
  const missing = Object.entries(shape).flatMap(([name, schema]) => {
    if (roots.has(name) || z.safeParse(schema, undefined).success) return [];
    const message = `L’attività ${id} (${label}) non dà «${name}»: serve un ingresso (zeebe:input) con target="${name}".`;
    return [at(id, { rule: 'connector.input-missing', attribute: 'target', message })];
  });
  const surplus = [...roots].flatMap((name) => {
    if (name in shape) return [];
    const message = `L’attività ${id} (${label}) dà «${name}», che il servizio non prende: prende ${listed(shape)}.`;
    return [at(id, { rule: 'connector.input-unknown', attribute: 'target', message })];
  });
  const mistyped = [...mapped].flatMap(([name, source]) => {
    const [schema, value] = [shape[name], staticValue(source)];
    if (schema === undefined || value === undefined || z.safeParse(schema, value).success) return [];
    const message = `L’attività ${id} (${label}) dà «${source}» per «${name}»: serve ${typeInWords(schema)}.`;
    return [at(id, { rule: 'connector.input-type', attribute: 'source', message })];
  });
  return [...missing, ...surplus, ...mistyped];
}

const rootOf = (path: string): string => path.split('.')[0] ?? path;

const listed = (shape: object): string => Object.keys(shape).join(', ') || 'nulla';

/** What a source gives whatever the dossier: a literal text, or an expression without names. */
function staticValue(source: string): unknown {
  if (!source.startsWith('=')) return source;
  if (namesIn(source).length > 0) return undefined;
  const outcome = evaluateStrict(source, {});
  return outcome.ok ? outcome.value : undefined;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'un testo',
  number: 'un numero',
  boolean: 'sì o no (true o false)',
  array: 'una lista',
  object: 'un contesto',
};

function typeInWords(schema: z.core.$ZodType): string {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return typeWords[inner._zod.def.type] ?? 'un valore di altro tipo';
}

function unknownOutputs({ node: { id, outputs }, connector }: Task, parts: Parts): readonly Finding[] {
  const { label, output } = connector;
  const known = new Set([...Object.keys(output.shape), ...variablesOf(parts, id), ...given]);
  return outputs.flatMap(({ source }) => {
    const stranger = source.startsWith('=') ? namesIn(source).find((name) => !known.has(rootOf(name))) : undefined;
    if (stranger === undefined) return [];
    const message = `L’attività ${id} (${label}) prende «${stranger}», che il servizio non dà: dà ${listed(output.shape)}.`;
    return [at(id, { rule: 'connector.output-unknown', attribute: 'source', message })];
  });
}

function undeclaredErrors({ node, connector }: Task, program: Program): readonly Finding[] {
  const declared = connector.errors.map(({ code }) => code);
  return node.boundary.flatMap((boundaryId) => {
    const event = program.nodes[boundaryId]?.event;
    if (event?.type !== 'error' || event.code === undefined || declared.includes(event.code)) return [];
    const raised = declared.length === 0 ? 'non ne solleva' : `solleva ${declared.join(', ')}`;
    const message = `L’evento ${boundaryId} aspetta l’errore «${event.code}» dal servizio «${connector.label}», che ${raised}.`;
    return [at(boundaryId, { level: 'warning', rule: 'connector.error-undeclared', attribute: 'errorRef', message })];
  });
}
