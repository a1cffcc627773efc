import { errorIn, warningIn, type Finding } from '../findings/finding.ts';
import { placeholdersOf } from '../core/template.ts';
import { parseFeel, readFeelers } from '../rules/feel.ts';
import type { Parts } from './expressions.ts';
import { figuresIn, figuresOf, type Figure } from './figures.ts';
import { given, variablesOf } from './known-names.ts';
import { namesIn } from './names.ts';
import { textsIn, type PlacedText } from './texts.ts';

/**
 * What is wrong with the placeholders in the texts that people read, and figures that are typed there though a
 * parameter or a term has them. The texts of a part are written out with what the dossier of its caller knows.
 */
export function checkTexts(parts: Parts, caller: Parts = parts): readonly Finding[] {
  const texts = textsIn(ownOf(parts, caller));
  const figures = [...figuresOf(parts), ...(caller === parts ? [] : figuresOf(caller))];
  const variables = new Set([...variablesOf(parts), ...variablesOf(caller), ...given]);
  return texts.flatMap((text) => [
    ...(text.sees === 'elsewhere' ? [] : brokenIn(text)),
    ...(text.sees === 'elsewhere' ? [] : unknownIn(text, { parts, caller, variables })),
    ...typedIn(text, figures),
  ]);
}

/** What stands in for a form or a letter of a part is checked where it is written. */
function ownOf(parts: Parts, caller: Parts): Parts {
  if (caller === parts) return parts;
  const own = <Piece>(pieces: Readonly<Record<string, Piece>>, over: Readonly<Record<string, Piece>>) =>
    Object.fromEntries(Object.entries(pieces).filter(([id, piece]) => over[id] !== piece));
  return { ...parts, forms: own(parts.forms, caller.forms), templates: own(parts.templates, caller.templates) };
}

function brokenIn({ file, place, text }: PlacedText): readonly Finding[] {
  const { fault } = readFeelers(text);
  const wrong = placeholdersOf(text).flatMap((expression) => parseFeel(expression));
  return [
    ...(fault === undefined ? [] : [errorIn(file, 'placeholder.open-block', { place, mark: fault })]),
    ...wrong.map((error) => errorIn(file, 'feel.syntax', { fault: error.fault, in: { type: 'text' } })),
  ];
}

interface Knowing {
  readonly parts: Parts;
  readonly caller: Parts;
  readonly variables: ReadonlySet<string>;
}

function unknownIn({ file, place, text, sees }: PlacedText, known: Knowing): readonly Finding[] {
  const { parts, caller, variables } = known;
  const isForm = file.startsWith('forms/');
  // A form of a part is filled in among the variables of the part.
  const { parameters, service } = isForm ? parts : caller;
  const names = placeholdersOf(text).flatMap(namesIn);
  return names.flatMap((name) => {
    const [root = name, parameter] = name.split('.');
    const isKnown =
      root === 'parameters'
        ? parameter !== undefined && parameter in { ...parameters, ...service.ofBodies?.parameters }
        : sees === 'variables'
          ? variables.has(root)
          : isForm && root === 'today';
    return isKnown ? [] : [errorIn(file, 'placeholder.unknown', { place, name })];
  });
}

const typedIn = ({ file, place, text }: PlacedText, figures: readonly Figure[]): readonly Finding[] =>
  figuresIn(text).flatMap(({ written, value, unit }) => {
    const same = figures.filter((figure) => figure.value === value && (figure.unit ?? unit) === unit);
    if (same.length === 0) return [];
    return [warningIn(file, 'figure.typed', { place, written, names: same.map(({ name }) => name) })];
  });
