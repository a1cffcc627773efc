import type { Answers } from '../../forms/schema/document.ts';

/** A registry of another administration, asked about one person (CAD, art. 50-ter; L. 241/1990, art. 18 c. 2). */
export interface Registry {
  /**
   * What it says of a person; undefined when it does not know them.
   * @throws Error when it does not answer
   */
  ask(subject: { readonly fiscalCode: string }): Promise<Answers | undefined>;
}

/** The registries that fields may name, by the name in `registry.<name>.<path>`. */
export type Registries = Readonly<Record<string, Registry>>;

/** A registry that takes longer counts as one that does not answer: a person is waiting for the page. */
const PATIENCE_MS = 3_000;

/** Asks a registry; `silent` when it did not answer in time, refused, or does not exist. */
export async function askRegistry(
  registry: Registry | undefined,
  subject: { readonly fiscalCode?: string },
): Promise<Answers | 'silent'> {
  const { fiscalCode } = subject;
  if (registry === undefined || fiscalCode === undefined) return 'silent';
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), PATIENCE_MS);
  });
  try {
    return await Promise.race([registry.ask({ fiscalCode }).then((known) => known ?? {}), tooLate]);
  } catch {
    // Why it is silent is the registry's affair: the form goes on with what the person declares.
    return 'silent';
  } finally {
    clearTimeout(timer);
  }
}
