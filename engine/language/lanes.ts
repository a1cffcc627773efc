import { elementOf, elementsOf, idOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import type { ElementFacts } from './facts.ts';
import { role } from './role.ts';

type Drawn = Readonly<Record<string, ElementFacts>>;

/**
 * The lanes of a process, of its sub-processes, and those inside other lanes; an outer one stands before its inner
 * ones.
 */
export function lanesOf(process: ModdleElement): readonly ModdleElement[] {
  const inner = elementsOf(process, 'flowElements').flatMap(lanesOf);
  return [...elementsOf(process, 'laneSets').flatMap(lanesIn), ...inner];
}

function lanesIn(set: ModdleElement | undefined): readonly ModdleElement[] {
  return elementsOf(set, 'lanes').flatMap((lane) => [lane, ...lanesIn(elementOf(lane, 'childLaneSet'))]);
}

/**
 * The role of each flow node, by id: that of the innermost lane that names one and holds the node. A lane of the
 * process may hold what stands inside a sub-process. What no lane holds has the role of the sub-process around it.
 */
export function rolesByLane(process: ModdleElement, facts: Drawn): Readonly<Record<string, string>> {
  const held = new Map<string, string>();
  for (const lane of lanesOf(process)) {
    const named = role.of(facts[idOf(lane)])?.role;
    if (named === undefined) continue;
    for (const node of elementsOf(lane, 'flowNodeRef')) held.set(idOf(node), named);
  }
  return Object.fromEntries(rolesIn(process, undefined, held));
}

type Entry = readonly [elementId: string, role: string];

function rolesIn(
  block: ModdleElement,
  around: string | undefined,
  held: ReadonlyMap<string, string>,
): readonly Entry[] {
  return elementsOf(block, 'flowElements').flatMap((element) => {
    const named = held.get(idOf(element)) ?? around;
    const own: readonly Entry[] = named === undefined ? [] : [[idOf(element), named]];
    return [...own, ...rolesIn(element, named, held)];
  });
}
