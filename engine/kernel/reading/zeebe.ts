const text = (name: string) => ({ name, isAttr: true, type: 'String' });
const many = (name: string, type: string) => ({ name, type, isMany: true });
const element = (name: string, ...properties: readonly object[]) => ({ name, superClass: ['Element'], properties });

/**
 * The moddle descriptor of the Zeebe extension elements that the kernel reads. Names and attributes are those of
 * Camunda 8, so that diagrams open in Camunda Modeler unchanged.
 */
export const zeebeDescriptor = {
  name: 'zeebe',
  prefix: 'zeebe',
  uri: 'http://camunda.org/schema/zeebe/1.0',
  xml: { tagAlias: 'lowerCase' },
  types: [
    element('FormDefinition', text('formId'), text('formKey'), text('bindingType')),
    element('UserTask'),
    element(
      'UserTaskForm',
      { name: 'id', isAttr: true, isId: true, type: 'String' },
      { name: 'body', isBody: true, type: 'String' },
    ),
    element('AssignmentDefinition', text('assignee'), text('candidateGroups'), text('candidateUsers')),
    element('TaskDefinition', text('type'), text('retries')),
    element('TaskHeaders', many('values', 'Header')),
    element('Header', text('key'), text('value')),
    element('IoMapping', many('inputParameters', 'Input'), many('outputParameters', 'Output')),
    element('Input', text('source'), text('target')),
    element('Output', text('source'), text('target')),
    element('CalledDecision', text('decisionId'), text('resultVariable'), text('bindingType')),
    element(
      'CalledElement',
      text('processId'),
      text('bindingType'),
      text('versionTag'),
      text('propagateAllChildVariables'),
      text('propagateAllParentVariables'),
    ),
    element(
      'LoopCharacteristics',
      text('inputCollection'),
      text('inputElement'),
      text('outputCollection'),
      text('outputElement'),
    ),
    element('AdHoc', text('activeElementsCollection')),
    element('VersionTag', text('value')),
    element('TaskSchedule', text('dueDate'), text('followUpDate')),
    element('Subscription', text('correlationKey')),
    element('Script', text('expression'), text('resultVariable')),
    element('Properties', many('properties', 'Property')),
    element('Property', text('name'), text('value')),
  ],
} as const;
