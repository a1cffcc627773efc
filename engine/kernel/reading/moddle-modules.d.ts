/** The part of the untyped moddle packages that the kernel and the rules use. */
interface ModdleReading {
  readonly rootElement: unknown;
  readonly warnings: readonly unknown[];
}

/** How a property of a type is named and written. */
interface ModdleProperty {
  readonly name: string;
  xml?: unknown;
}

declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<ModdleReading>;
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    getType(type: string): { readonly $descriptor: { readonly properties: readonly ModdleProperty[] } };
    create(type: string, properties?: Readonly<Record<string, unknown>>): unknown;
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<ModdleReading>;
  }
}
