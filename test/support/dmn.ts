/** Builds DMN XML for tests: `dmn(table({ id: 'fee', … }), literal({ id: 'total', … }))`. */

/** What every decision has. */
interface DecisionOptions {
  readonly id: string;
  readonly type?: string;
  /** Ids of decisions it requires. */
  readonly requires?: readonly string[];
  /** Ids of input data it requires. */
  readonly needs?: readonly string[];
  /** Ids of knowledge models and services it calls. */
  readonly calls?: readonly string[];
}

/** A decision table: inputs as `expression` or `expression: type`, outputs as `name` or `name: type`. */
export interface TableOptions extends DecisionOptions {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Unary tests over the values of each input. */
  readonly allowed?: readonly string[];
  /** Allowed values of each output, in order of priority. */
  readonly priorities?: readonly string[];
  /** What each output is when no rule holds. */
  readonly defaults?: readonly string[];
  /** Each rule is its input cells followed by its output cells. */
  readonly rules: readonly (readonly string[])[];
}

/** A file with the given decisions and input data. */
export function dmn(...elements: readonly string[]): string {
  const namespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
  return `<definitions xmlns="${namespace}" id="definitions" name="definitions" namespace="test">${elements.join('')}</definitions>`;
}

/** An input data element, `name` or `name: type`. */
export function inputData(text: string): string {
  const [name, type] = split(text);
  return `<inputData id="${name}" name="${name}"><variable name="${name}"${typeRef(type)}/></inputData>`;
}

/** A literal expression. */
export function literal(options: DecisionOptions & { readonly expression: string }): string {
  return decision(options, `<literalExpression><text>${escape(options.expression)}</text></literalExpression>`);
}

/** A decision with any boxed expression, given as XML; `literal` texts inside it are made by {@link text}. */
export function boxed(options: DecisionOptions & { readonly logic: string }): string {
  return decision(options, options.logic);
}

/** A literal expression as a part of another boxed expression. */
export function text(expression: string): string {
  return `<literalExpression><text>${escape(expression)}</text></literalExpression>`;
}

/** A business knowledge model: its parameters, `name` or `name: type`, and its body as XML. */
export function knowledge(id: string, parameters: readonly string[], body: string): string {
  const formal = parameters.map((parameter) => {
    const [name, type] = split(parameter);
    return `<formalParameter name="${name}"${typeRef(type)}/>`;
  });
  const logic = `<encapsulatedLogic>${formal.join('')}${body}</encapsulatedLogic>`;
  return `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/>${logic}</businessKnowledgeModel>`;
}

/** A decision table. */
export function table(options: TableOptions): string {
  const { hitPolicy = 'UNIQUE', aggregation, inputs, outputs, rules } = options;
  const { allowed = [], priorities = [], defaults = [] } = options;
  const aggregated = aggregation === undefined ? '' : ` aggregation="${aggregation}"`;
  const content = [
    ...inputs.map((text, index) => {
      const [expression, type] = split(text);
      const examined = `<inputExpression${typeRef(type)}><text>${escape(expression)}</text></inputExpression>`;
      return `<input>${examined}${listed('inputValues', allowed[index])}</input>`;
    }),
    ...outputs.map((text, index) => {
      const [name, type] = split(text);
      const values = listed('outputValues', priorities[index]);
      return `<output name="${name}"${typeRef(type)}>${values}${listed('defaultOutputEntry', defaults[index])}</output>`;
    }),
    ...rules.map((cells) => `<rule>${cells.map((cell, index) => entry(cell, index < inputs.length)).join('')}</rule>`),
  ];
  return decision(options, `<decisionTable hitPolicy="${hitPolicy}"${aggregated}>${content.join('')}</decisionTable>`);
}

function decision({ id, type, requires = [], needs = [], calls = [] }: DecisionOptions, logic: string): string {
  const requirements = [
    ...requires.map((each) => `<requiredDecision href="#${each}"/>`),
    ...needs.map((each) => `<requiredInput href="#${each}"/>`),
  ].map((each) => `<informationRequirement>${each}</informationRequirement>`);
  const called = calls.map((each) => {
    return `<knowledgeRequirement><requiredKnowledge href="#${each}"/></knowledgeRequirement>`;
  });
  const variable = `<variable name="${id}"${typeRef(type)}/>`;
  return `<decision id="${id}" name="${id}">${variable}${[...requirements, ...called].join('')}${logic}</decision>`;
}

function listed(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}><text>${escape(text)}</text></${name}>`;
}

function entry(cell: string, isInput: boolean): string {
  const name = isInput ? 'inputEntry' : 'outputEntry';
  return `<${name}><text>${escape(cell)}</text></${name}>`;
}

function split(text: string): readonly [name: string, type: string | undefined] {
  const [name = text, type] = text.split(': ');
  return [name, type];
}

function typeRef(type: string | undefined): string {
  return type === undefined ? '' : ` typeRef="${type}"`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
