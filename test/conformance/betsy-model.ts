import { escapeXml, replaceBodies, textOf } from './files.ts';

/**
 * A betsy model with what its readme asks for: scripts become jobs whose type is the script's text, and the tiny
 * expression language becomes FEEL. Nothing else is touched.
 */
export function adaptBetsy(xml: string): string {
  const withJobs = xml.replace(
    /<((?:[\w-]+:)?)script>([\s\S]*?)<\/\1script>/g,
    (_all, prefix: string, body: string) => {
      const job = `<zeebe:taskDefinition xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" type="${escapeXml(textOf(body))}"/>`;
      return `<${prefix}extensionElements>${job}</${prefix}extensionElements>`;
    },
  );
  return replaceBodies(withJobs, expressionElements, toFeel);
}

const expressionElements = [
  'conditionExpression',
  'condition',
  'loopCondition',
  'loopCardinality',
  'completionCondition',
  'activationCondition',
];

function toFeel(expression: string): string {
  const text = expression.trim();
  const contains = /^(!?)\s*test\.contains\("([^"]*)"\)$/.exec(text);
  if (contains)
    return contains[1] === '!' ? `not(contains(test, "${contains[2]}"))` : `contains(test, "${contains[2]}")`;
  return /^\$\{(.*)\}$/.exec(text)?.[1] ?? text;
}
