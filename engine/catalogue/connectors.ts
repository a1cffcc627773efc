import { z } from 'zod';
import type { ConnectorDeclaration, Declared } from '../core/connector.ts';
import type { FlowNode } from '../kernel/node.ts';
import type { OperationFault, ValueType } from '../findings/connector.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { evaluateStrict } from '../rules/feel.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { given, variablesOf } from './known-names.ts';
import { namesIn } from './names.ts';

/**
 * Whether the tasks that call services outside fit what is declared of them: the connector exists, is given what it
 * asks for and nothing else, and gives what is taken from it. Asked of what is to be published.
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
      return [...wrongInputs(task), ...unknownOutputs(task, parts)];
    }),
  );
}

interface Task {
  readonly node: FlowNode;
  readonly connector: Declared & Pick<ConnectorDeclaration, 'label'>;
}

const at = (elementId: string, attribute: string, finding: Finding): Finding => ({
  ...finding,
  elementId,
  attribute,
});

const diagram = 'procedure.bpmn';

function unknown(id: string, service: string, connectors: readonly ConnectorDeclaration[]): Finding {
  const known = connectors.map(({ type }) => type);
  return at(id, 'type', errorIn(diagram, 'connector.unknown', { service, known }));
}

const unavailable = (id: string, fault: OperationFault): Finding =>
  at(id, 'name', errorIn(diagram, 'connector.operation', { fault }));

function wrongInputs({ node: { id, inputs }, connector }: Task): readonly Finding[] {
  const { label: service, input } = connector;
  const shape: Readonly<Record<string, z.core.$ZodType>> = input.shape;
  const mapped = new Map(inputs.map(({ target, source }) => [target, source]));
  const roots = new Set(inputs.map(({ target }) => rootOf(target)));
  const missing = Object.entries(shape).flatMap(([name, schema]) => {
    if (roots.has(name) || z.safeParse(schema, undefined).success) return [];
    return [at(id, 'target', errorIn(diagram, 'connector.input-missing', { service, input: name }))];
  });
  const surplus = [...roots].flatMap((name) => {
    if (name in shape) return [];
    const params = { service, input: name, known: Object.keys(shape) };
    return [at(id, 'target', errorIn(diagram, 'connector.input-unknown', params))];
  });
  const mistyped = [...mapped].flatMap(([name, source]) => {
    const [schema, value] = [shape[name], staticValue(source)];
    if (schema === undefined || value === undefined || z.safeParse(schema, value).success) return [];
    const params = { service, input: name, source, expected: typeOf(schema) };
    return [at(id, 'source', errorIn(diagram, 'connector.input-type', params))];
  });
  return [...missing, ...surplus, ...mistyped];
}

const rootOf = (path: string): string => path.split('.')[0] ?? path;

/** What a source gives whatever the dossier: a literal text, or an expression without names. */
function staticValue(source: string): unknown {
  if (!source.startsWith('=')) return source;
  if (namesIn(source).length > 0) return undefined;
  const outcome = evaluateStrict(source, {});
  return outcome.ok ? outcome.value : undefined;
}

const types: readonly ValueType[] = ['string', 'number', 'boolean', 'array', 'object'];

function typeOf(schema: z.core.$ZodType): ValueType {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return types.find((type) => type === inner._zod.def.type) ?? 'other';
}

function unknownOutputs({ node: { id, outputs }, connector }: Task, parts: Parts): readonly Finding[] {
  const { label: service, output } = connector;
  const known = new Set([...Object.keys(output.shape), ...variablesOf(parts, id), ...given]);
  return outputs.flatMap(({ source }) => {
    const stranger = source.startsWith('=') ? namesIn(source).find((name) => !known.has(rootOf(name))) : undefined;
    if (stranger === undefined) return [];
    const params = { service, output: stranger, known: Object.keys(output.shape) };
    return [at(id, 'source', errorIn(diagram, 'connector.output-unknown', params))];
  });
}
