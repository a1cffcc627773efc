import type { ServiceCard } from '../../forms/contract/procedures.ts';
import { filledIn } from '../../forms/schema/worded.ts';
import type { Variables } from '../kernel/types.ts';

/** A card as people read it: each `{{ parameters.… }}` of its texts is the value of that parameter. */
export const cardWith = (service: ServiceCard, parameters: Variables): ServiceCard => filledIn(service, { parameters });
