import type { FormDocument } from '../../../forms/schema/document.ts';
import { isList } from '../../../forms/schema/components.ts';
import { fieldsOf } from '../../../forms/schema/pages.ts';
import { definitionsOf } from '../../kernel/event-definition.ts';
import { messageOf } from '../../kernel/node.ts';
import type { FlowNode } from '../../kernel/node.ts';
import type { Json } from '../../kernel/types.ts';
import type { DecisionOutput } from '../../rules/decision.ts';
import { programsWithin } from '../../core/procedure.ts';
import type { Procedure } from '../../core/procedure.ts';
import { inWords } from '../../core/template.ts';
import { englishNamesOf, noEnglish, type EnglishNames } from './english-names.ts';
import { milestoneView, outcomeView } from '../standing.ts';

/**
 * The words for the codes that the record holds. Each answers undefined when it has none: a sentence then does without,
 * and never shows the code.
 */
export interface RecordWords {
  /** What an element of the diagram is called. */
  readonly element: (elementId: string) => string | undefined;
  /** What the element is called that throws or awaits a message or signal of that name. */
  readonly exchange: (name: string) => string | undefined;
  /** What an office is called. */
  readonly office: (code: string) => string | undefined;
  /** What a decision is called. */
  readonly decision: (decisionId: string) => string | undefined;
  /** What a decision has decided, column by column: `Risponde: Ufficio documenti. Avvisare: sì.` */
  readonly decided: (decisionId: string, result: Json) => string | undefined;
  /** What a milestone is called, and an outcome. */
  readonly milestone: (code: string) => string | undefined;
  readonly outcome: (code: string) => string | undefined;
}

/** What the codes of a record are called: in Italian, and in English where there is a name. */
export interface RecordNames extends RecordWords {
  readonly english: EnglishNames;
}

/** Where nothing is known but the record. */
export const noNames: RecordNames = {
  english: noEnglish,
  element: () => undefined,
  exchange: () => undefined,
  office: () => undefined,
  decision: () => undefined,
  decided: () => undefined,
  milestone: () => undefined,
  outcome: () => undefined,
};

/** The names of a procedure and of the offices of a body, by their codes, in both languages. */
export function recordNamesOf(procedure: Procedure, offices: Readonly<Record<string, string>>): RecordNames {
  return { ...wordsOf(procedure, offices), english: englishNamesOf(procedure) };
}

/** The words of a procedure and of the offices of a body, by their codes. */
function wordsOf(procedure: Procedure, offices: Readonly<Record<string, string>>): RecordWords {
  const programs = programsWithin(procedure);
  const nodes = programs.flatMap((program) => Object.values(program.nodes));
  const named = (fits: (node: FlowNode) => boolean): string | undefined =>
    nodes.find((node) => node.name !== '' && fits(node))?.name;
  const decision = (decisionId: string) =>
    programs.map(({ decisions }) => decisions[decisionId]).find((one) => one !== undefined);
  const say = (key: string, value: Json): string =>
    typeof value === 'string'
      ? (choiceLabel(procedure, key, value) ?? offices[value] ?? inWords(value) ?? '')
      : (inWords(value) ?? '');
  return {
    element: (elementId) => named(({ id }) => id === elementId),
    exchange: (name) => named((node) => exchanges(node, name)),
    office: (code) => offices[code],
    decision: (decisionId) => decision(decisionId)?.name,
    decided: (decisionId, result) => {
      const logic = decision(decisionId)?.logic;
      return logic?.type === 'table' ? columnsIn(result, logic.outputs, say) : undefined;
    },
    milestone: (code) => milestoneView(code, procedure.service).label,
    outcome: (code) => outcomeView(code, procedure.service).label,
  };
}

function exchanges(node: FlowNode, name: string): boolean {
  const isSignal = definitionsOf(node.event).some((event) => event.type === 'signal' && event.signal === name);
  return isSignal || messageOf(node)?.name === name;
}

type Say = (key: string, value: Json) => string;

/** The columns that have a label, each with its value; several hits one after the other. */
function columnsIn(result: Json, outputs: readonly DecisionOutput[], say: Say): string | undefined {
  const hits: readonly Json[] = Array.isArray(result) ? result : [result];
  const sentences = hits.flatMap((hit) =>
    outputs.flatMap(({ name, label }) => {
      const words = label === undefined ? '' : say(name, cellOf(hit, name)).replace(/\.$/, '');
      return words === '' ? [] : [`${label}: ${words}.`];
    }),
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

// A table with one output gives the bare value.
function cellOf(hit: Json, name: string): Json {
  if (hit === null || typeof hit !== 'object' || Array.isArray(hit)) return hit;
  return Object.entries(hit).find(([key]) => key === name)?.[1] ?? null;
}

function choiceLabel({ forms, parts = {} }: Procedure, key: string, value: string): string | undefined {
  const all = [forms, ...Object.values(parts).map((part) => part.forms)];
  const fields = all.flatMap(Object.values<FormDocument>).flatMap((form) => fieldsOf(form));
  const choices = fields.flatMap(({ path, component }) =>
    path === key && !isList(component) ? (component.values ?? []) : [],
  );
  return choices.find((choice) => choice.value === value)?.label;
}
