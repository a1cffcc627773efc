import { partyKindCodes } from '../../../../forms/schema/party-kinds.ts';
import type { ShapeFault } from '../../../findings/shape-fault.ts';

/** What is wrong with the shape of a value, in English, as the end of a sentence. */
export function englishShape(fault: ShapeFault): string {
  switch (fault.code) {
    case 'body-not-cast':
      return `“${fault.value}” is not one of the bodies of the scenario`;
    case 'name-taken':
      return `“${fault.value}” is the name of a person whom every scenario has`;
    case 'office-not-cast':
      return `“${fault.value}” is not one of the offices of the scenario`;
    case 'party-kind-unknown':
      return `expected: one of the kinds of party ${partyKindCodes.join(', ')}`;
    case 'party-kinds-none':
      return 'expected: at least one kind of party, such as person';
    case 'person-unknown':
      return `“${fault.value}” is not one of the people ${fault.known.join(', ')}`;
    case 'step-of-no-kind':
      return 'expected: submit, complete, act or claim (with as), or advanceTo, or expect, and nothing else';
    case 'variable-name':
      return 'expected: the name of a variable';
    case 'other':
      return fault.reason;
  }
}
