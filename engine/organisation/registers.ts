import type { RegisterName } from '../../forms/contract/administration.ts';
import { assignments } from './assignments.ts';
import { bodies } from './bodies.ts';
import { delegations } from './delegations.ts';
import { offices } from './offices.ts';
import { parameters } from './parameters.ts';
import { people } from './people.ts';
import type { Register } from './register.ts';
import { texts } from './texts.ts';

/** Every list of the organisation, by its name. */
export const registers: Readonly<Record<RegisterName, Register>> = {
  bodies,
  offices,
  people,
  assign: assignments,
  delegations,
  parameters,
  texts,
};
