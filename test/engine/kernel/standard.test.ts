import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/reading/compile.ts';
import { activityCases } from './standard/activities.ts';
import { adviceCases } from './standard/advice.ts';
import { blockCases } from './standard/blocks.ts';
import { dataCases } from './standard/data.ts';
import { eventCases } from './standard/events.ts';
import { flowCases } from './standard/flows.ts';
import { formatCases } from './standard/formats.ts';
import { gatewayCases } from './standard/gateways.ts';
import { kindCases } from './standard/kinds.ts';
import { around, task } from './standard/parts.ts';
import { inEnglish, inItalian } from '../../support/findings.ts';

const cases = [
  ...flowCases,
  ...gatewayCases,
  ...eventCases,
  ...blockCases,
  ...activityCases,
  ...dataCases,
  ...formatCases,
  ...kindCases,
  ...adviceCases,
];

const findingsOf = async (xml: string, isStrict = false) => (await compile(xml, { decisions: [], isStrict })).findings;

describe('a rule of the standard', () => {
  it.each(cases)('is broken by $fact', async ({ rule, at, level, wrong }) => {
    for (const xml of wrong) {
      const findings = (await findingsOf(xml)).filter((finding) => finding.rule === rule && finding.elementId === at);
      expect(findings, xml).toMatchObject([{ level }]);
      expect(Object.entries(findings[0]?.params ?? {}).filter(([, told]) => told === '')).toEqual([]);
      // The sentence is whole and calls things by their names.
      for (const [sentence] of [inItalian(findings), inEnglish(findings)]) {
        expect(sentence).toMatch(/^\p{L}.*[.)]$/u);
        expect(sentence).not.toMatch(/\bundefined\b|\bnull\b|\[object|«»|“”| {2}/);
      }
    }
  });

  it.each(cases)('is kept by what differs from $fact', async ({ rule, right }) => {
    for (const xml of right)
      expect(
        (await findingsOf(xml)).filter((finding) => finding.rule === rule),
        xml,
      ).toEqual([]);
  });

  it('is broken by no group, with a category or without', async () => {
    const grouped = (category: string) =>
      around(
        `${task('a')}<bpmn:group id="g" ${category}/>`,
        '<bpmn:category id="c"><bpmn:categoryValue id="v" value="Urgente"/></bpmn:category>',
      );
    const alone = await findingsOf(grouped(''), true);
    expect(alone.filter(({ elementId }) => elementId === 'g')).toEqual([]);
    expect(alone).toEqual(await findingsOf(grouped('categoryValueRef="v"'), true));
  });
});

describe('what the standard allows and hardly anybody means', () => {
  it.each(adviceCases)('stays a warning in what is published: $fact', async ({ rule, at, wrong }) => {
    for (const xml of wrong) {
      const said = (await findingsOf(xml, true)).filter((finding) => finding.rule === rule);
      expect(said, xml).toMatchObject([{ level: 'warning', elementId: at }]);
    }
  });
});
