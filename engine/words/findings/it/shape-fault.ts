import { partyKindCodes } from '../../../../forms/schema/party-kinds.ts';
import type { ShapeFault } from '../../../findings/shape-fault.ts';

/** What is wrong with the shape of a value, in Italian, as the end of a sentence. */
export function italianShape(fault: ShapeFault): string {
  switch (fault.code) {
    case 'body-not-cast':
      return `«${fault.value}» non c’è tra gli enti (bodies) dello scenario`;
    case 'name-taken':
      return `«${fault.value}» è già il nome di una persona che c’è in ogni scenario`;
    case 'office-not-cast':
      return `«${fault.value}» non c’è tra gli uffici (offices) dello scenario`;
    case 'party-kind-unknown':
      return `serve uno dei modi di presentare la domanda: ${partyKindCodes.join(', ')}`;
    case 'party-kinds-none':
      return 'serve almeno un modo di presentare la domanda, per esempio person';
    case 'person-unknown':
      return `«${fault.value}» non c’è tra le persone ${fault.known.join(', ')}`;
    case 'step-of-no-kind':
      return 'serve submit, complete, act o claim (con as), oppure advanceTo, oppure expect, e nient’altro';
    case 'variable-name':
      return 'serve il nome di una variabile';
    case 'other':
      return fault.reason;
  }
}
