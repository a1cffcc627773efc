import { around, choosing, task, when } from './parts.ts';
import type { StandardCase } from './parts.ts';

const imported = (attributes: string): string =>
  around(task('a')).replace('<bpmn:process', `<bpmn:import ${attributes}/><bpmn:process`);

/** Expressions and formats of texts. */
export const formatCases: readonly StandardCase[] = [
  {
    ...{
      fact: 'an expression in a language that has no name',
      rule: 'expression.language-wrong',
      at: 'a-b',
      level: 'error',
    },
    wrong: [choosing('exclusiveGateway', when('= true', 'language="my language"'))],
    right: [
      choosing('exclusiveGateway', when('= true', 'language="feel"')),
      choosing('exclusiveGateway', when('= true', 'language="http://www.w3.org/1999/XPath"')),
    ],
  },
  {
    ...{
      fact: 'a file whose languages have no name',
      rule: 'expression.language-wrong',
      at: 'definitions',
      level: 'error',
    },
    wrong: [
      around(task('a')).replace('id="definitions"', 'id="definitions" typeLanguage="my types"'),
      around(task('a')).replace('id="definitions"', 'id="definitions" expressionLanguage="my language"'),
    ],
    right: [
      around(task('a')).replace(
        'id="definitions"',
        'id="definitions" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="feel"',
      ),
    ],
  },
  {
    ...{ fact: 'a condition that is a text', rule: 'expression.not-boolean', at: 'a-b', level: 'error' },
    wrong: ['= "yes"', '"yes"', '= 1', '-1.5'].map((body) => choosing('exclusiveGateway', when(body))),
    right: ['= true', '= "a" = "b"', '= 1 = 1'].map((body) => choosing('exclusiveGateway', when(body))),
  },
  {
    ...{ fact: 'a format that is no MIME type', rule: 'mime.wrong', at: 'a', level: 'warning' },
    wrong: ['java script', 'text', 'text/'].map((format) =>
      around(`<bpmn:scriptTask id="a" scriptFormat="${format}"/>`),
    ),
    right: ['text/plain', 'FEEL', 'text/html; charset=utf-8', 'application/x-y+json'].map((format) =>
      around(`<bpmn:scriptTask id="a" scriptFormat="${format}"/>`),
    ),
  },
  {
    ...{
      fact: 'a script that does not say its language',
      rule: 'script.format-missing',
      at: 'a',
      level: 'warning',
    },
    wrong: [around('<bpmn:scriptTask id="a"><bpmn:script>= 1</bpmn:script></bpmn:scriptTask>')],
    right: [
      around('<bpmn:scriptTask id="a" scriptFormat="text/feel"><bpmn:script>= 1</bpmn:script></bpmn:scriptTask>'),
      around(
        '<bpmn:scriptTask id="a"><bpmn:extensionElements><zeebe:script expression="= 1" resultVariable="x"/></bpmn:extensionElements></bpmn:scriptTask>',
      ),
    ],
  },
  {
    ...{ fact: 'an import that says too little', rule: 'import.incomplete', at: 'definitions', level: 'warning' },
    wrong: [
      imported('importType="http://www.w3.org/2001/XMLSchema" namespace="urn:dati"'),
      imported('importType="http://www.w3.org/2001/XMLSchema" location="dati.xsd"'),
      imported('location="dati.xsd" namespace="urn:dati"'),
      imported('importType="altro" location="dati.xsd" namespace="urn:dati"'),
    ],
    right: [imported('importType="http://www.w3.org/2001/XMLSchema" location="dati.xsd" namespace="urn:dati"')],
  },
];
