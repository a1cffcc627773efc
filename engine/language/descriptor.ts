import { extensions } from './extensions.ts';

/** The namespace of the dialect, version 1. A published version is never changed, only added to. */
export const namespace = 'urn:iter:bpmn:1';

/**
 * The moddle descriptor of the dialect, for bpmn-moddle and bpmn-js: `new BpmnModdle({ iter: iterDescriptor })`. Without
 * it a diagram still opens, and the extension elements are kept as they are.
 */
export const iterDescriptor = {
  name: 'iter',
  prefix: 'iter',
  uri: namespace,
  xml: { tagAlias: 'lowerCase' },
  types: extensions.map(({ type, attributes }) => ({
    name: type.replace('iter:', ''),
    superClass: ['Element'],
    properties: attributes.map((name) => ({ name, isAttr: true, type: 'String' })),
  })),
};
