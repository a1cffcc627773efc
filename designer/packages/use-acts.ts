import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Finding } from '../../forms/contract/packages.ts';

/** What came of an act on a package. */
export interface Outcome {
  readonly tone: 'success' | 'danger' | 'info';
  readonly text: string;
  readonly findings?: readonly Finding[];
}

/** Does something and says what came of it. */
export type Act = (name: string, work: () => Promise<Outcome | undefined>) => void;

/** One act after the other on a package, and what came of the last. */
export interface Acts {
  readonly act: Act;
  readonly outcome: Outcome | undefined;
  readonly refusal: unknown;
  /** The name of the act that is under way. */
  readonly busy: string | undefined;
}

/** The acts of a page of packages: after each, whatever is known of packages is asked anew. */
export function useActs(): Acts {
  const client = useQueryClient();
  const [state, setState] = useState<Omit<Acts, 'act'>>({ outcome: undefined, refusal: undefined, busy: undefined });
  const perform = async (name: string, work: () => Promise<Outcome | undefined>): Promise<void> => {
    setState({ outcome: undefined, refusal: undefined, busy: name });
    let after: Omit<Acts, 'act'>;
    try {
      after = { outcome: await work(), refusal: undefined, busy: undefined };
    } catch (refusal) {
      after = { outcome: undefined, refusal, busy: undefined };
    }
    await client.invalidateQueries({ queryKey: ['packages'] });
    setState(after);
  };
  return { ...state, act: (name, work) => void perform(name, work) };
}
