import { DmnModdle } from 'dmn-moddle';

// DMN 1.1 to 1.5 differ in nothing that is read here but their namespace and the boxed expressions below; the library
// knows the namespace of 1.3.
const modelNamespace = /https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(?:MODEL\/|dmn\.xsd)/g;
const modelNamespace13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

const child = (name: string, type: string) => ({ name, type, xml: { serialize: 'property' } });
const expression = (name: string, properties: readonly object[], parent = 'dmn:Expression') => ({
  name: `dmn:${name}`,
  superClass: [parent],
  properties,
});

// The boxed expressions that DMN 1.4 added (10.2.2.9 to 10.2.2.12), described for the library, which ends with 1.3.
const dmn14 = {
  name: 'Boxed expressions of DMN 1.4',
  prefix: 'dmn14',
  uri: 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'dmn:ChildExpression', properties: [{ name: 'value', type: 'dmn:Expression' }] },
    expression(
      'Conditional',
      ['if', 'then', 'else'].map((name) => child(name, 'dmn:ChildExpression')),
    ),
    expression(
      'Filter',
      ['in', 'match'].map((name) => child(name, 'dmn:ChildExpression')),
    ),
    expression('Iterator', [
      { name: 'iteratorVariable', isAttr: true, type: 'String' },
      child('in', 'dmn:ChildExpression'),
      child('return', 'dmn:ChildExpression'),
      child('satisfies', 'dmn:ChildExpression'),
    ]),
    expression('For', [], 'dmn:Iterator'),
    expression('Some', [], 'dmn:Iterator'),
    expression('Every', [], 'dmn:Iterator'),
  ],
};

/** The root element of a DMN file of any version from 1.1 to 1.5, or the error that the library throws. */
export async function parseDmn(xml: string): Promise<unknown> {
  try {
    const moddle = new DmnModdle({ dmn14 });
    return (await moddle.fromXML(xml.replace(modelNamespace, modelNamespace13))).rootElement;
  } catch (error) {
    return error;
  }
}
