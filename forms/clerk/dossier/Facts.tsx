/** Names and values side by side; what has no value is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: string | undefined])[] }) {
  return (
    <dl className="desk-facts">
      {rows.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
