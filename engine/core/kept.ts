/** So many values of one function are kept, then it begins anew: the days of a term of ten years are some 3,700. */
const MOST = 5000;

/** A function of one text that keeps what it gave: for what is asked often and is always the same, as holidays are. */
export function kept<Value>(compute: (text: string) => Value): (text: string) => Value {
  const values = new Map<string, { readonly value: Value }>();
  return (text) => {
    const known = values.get(text);
    if (known !== undefined) return known.value;
    const value = compute(text);
    if (values.size === MOST) values.clear();
    values.set(text, { value });
    return value;
  };
}
