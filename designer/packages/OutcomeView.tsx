import { Callout } from '../../forms/kit/Callout.tsx';
import { isSignedOut, problemOf } from '../../forms/kit/failure.ts';
import { Problem } from '../../forms/kit/Problem.tsx';
import { SignedOut } from './SignedOut.tsx';
import type { Acts } from './use-acts.ts';

/** What came of the last act: its sentence, or why it was refused. */
export function OutcomeView({ outcome, refusal }: Pick<Acts, 'outcome' | 'refusal'>) {
  if (isSignedOut(refusal)) return <SignedOut />;
  if (refusal !== undefined) return <Problem problem={problemOf(refusal)} />;
  if (outcome === undefined) return null;
  return (
    <Callout tone={outcome.tone} role="alert">
      <p className="mb-0">{outcome.text}</p>
    </Callout>
  );
}
