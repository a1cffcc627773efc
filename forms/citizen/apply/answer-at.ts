import type { Answers, Json } from '../../schema/document.ts';

const isRecord = (value: Json | undefined): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function setIn(holder: Json | undefined, steps: readonly string[], value: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(holder)) {
    return holder.map((item: Json, index) => (String(index) === step ? (setIn(item, rest, value) ?? null) : item));
  }
  const { [step]: before, ...others } = isRecord(holder) ? holder : {};
  const next = setIn(before, rest, value);
  return next === undefined ? others : { ...others, [step]: next };
}

/** The answers with another value at a path such as `persone[0].email`; without a value the answer is taken away. */
export function setAnswer(answers: Answers, path: string, value: Json | undefined): Answers {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const next = setIn(answers, steps, value);
  return isRecord(next) ? next : {};
}
