import pg from 'pg';

/** What a statement looked up in a table, by the alias under which its plan names it. */
export interface Lookup {
  readonly table: string;
  /** Whether a condition of the plan names the body of these rows. */
  readonly byBody: boolean;
}

/** Notes the text of every statement that goes to the database; stops when the returned function is called. */
export function noteStatements(): { readonly texts: ReadonlySet<string>; readonly stop: () => void } {
  const query: unknown = Reflect.get(pg.Client.prototype, 'query');
  const texts = new Set<string>();
  function noting(this: pg.Client, ...args: readonly unknown[]): unknown {
    const [statement] = args;
    const text =
      statement !== null && typeof statement === 'object' && 'text' in statement ? statement.text : statement;
    texts.add(String(text));
    return typeof query === 'function' ? Reflect.apply(query, this, args) : undefined;
  }
  Reflect.set(pg.Client.prototype, 'query', noting);
  return { texts, stop: () => void Reflect.set(pg.Client.prototype, 'query', query) };
}

interface PlanNode {
  readonly Plans?: readonly PlanNode[];
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly 'Node Type': string;
  readonly [member: string]: unknown;
}

const conditions = ['Index Cond', 'Recheck Cond', 'Filter', 'Hash Cond', 'Merge Cond', 'Join Filter'] as const;

/** What a statement looks up, by the plan that the database makes for it; rows that it only adds are not looked up. */
export async function lookupsOf(client: pg.Client, text: string): Promise<readonly Lookup[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) ${text}`,
  );
  const nodes = (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
  const said = nodes.flatMap((node) => conditions.map((name) => String(node[name] ?? ''))).join('\n');
  return nodes.flatMap((node) => {
    const { 'Relation Name': table, Alias: alias = '' } = node;
    if (table === undefined || node['Node Type'] === 'ModifyTable') return [];
    return [{ table, byBody: new RegExp(`(?<![\\w.])${alias}\\.body_id\\b`).test(said) }];
  });
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
