/** The part of `@bpmn-io/feel-editor` 2.8 that is used here; the package has no types of its own. */
declare module '@bpmn-io/feel-editor' {
  export interface EditorVariable {
    readonly name: string;
    readonly detail?: string;
    readonly info?: string;
    readonly type?: string;
    readonly params?: readonly { readonly name: string }[];
    readonly entries?: readonly EditorVariable[];
  }

  export interface EditorSettings {
    readonly container: Element;
    readonly value?: string;
    readonly variables?: readonly EditorVariable[];
    readonly builtins?: readonly EditorVariable[];
    readonly contentAttributes?: Readonly<Record<string, string>>;
    readonly onChange?: (value: string) => void;
  }

  export default class FeelEditor {
    constructor(settings: EditorSettings);
    setVariables(variables: readonly EditorVariable[]): void;
    getSelection(): unknown;
    setValue(value: string): void;
    focus(position?: number): void;
    destroy?(): void;
  }
}
