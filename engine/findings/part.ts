/** Of a call: the part that is called. */
interface OfPart {
  readonly part: string;
}

/** What is found of parts and their calls; labels are those of the interface of the part. */
export interface PartFindings {
  readonly 'part.calls-itself': OfPart;
  readonly 'part.error-uncaught': OfPart & { readonly error: string; readonly label: string };
  readonly 'part.input-missing': OfPart & { readonly input: string; readonly label: string };
  readonly 'part.input-unknown': OfPart & { readonly input: string; readonly known: readonly string[] };
  /** `first`: the part that has the name too; absent where the procedure itself has it. */
  readonly 'part.name-twice': OfPart & {
    readonly kind: 'element' | 'term' | 'form' | 'letter';
    readonly name: string;
    readonly first?: string;
  };
  readonly 'part.role-missing': OfPart & { readonly role: string };
  readonly 'part.term-missing': OfPart & { readonly term: string; readonly label: string };
  readonly 'part.term-unknown': OfPart & { readonly term: string; readonly known: readonly string[] };
}
