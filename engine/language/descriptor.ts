import type { Extension } from './extension.ts';

/** The namespace of the dialect, version 1. A published version is never changed, only added to. */
export const namespace = 'urn:iter:bpmn:1';

/**
 * The moddle descriptor of extension elements, for bpmn-moddle and bpmn-js: `new BpmnModdle({ iter:
 * descriptorOf(extensions) })`. Without it a diagram still opens, and the extension elements are kept as they are.
 */
export const descriptorOf = (dialect: readonly Extension[]) => ({
  name: 'iter',
  prefix: 'iter',
  uri: namespace,
  xml: { tagAlias: 'lowerCase' },
  types: dialect.map(({ name, attributes }) => ({
    name: typeNameOf(name),
    superClass: ['Element'],
    properties: attributes.map((attribute) => ({ name: attribute.name, isAttr: true, type: 'String' })),
  })),
});

/** The moddle name of an extension: `PersonalAct` for `<iter:personalAct>`. */
const typeNameOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The moddle type of an extension: `iter:PersonalAct` for `<iter:personalAct>`. */
export const typeOf = ({ name }: Pick<Extension, 'name'>): string => `iter:${typeNameOf(name)}`;
