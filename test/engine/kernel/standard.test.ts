import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/compile.ts';
import { activityCases } from './standard/activities.ts';
import { blockCases } from './standard/blocks.ts';
import { dataCases } from './standard/data.ts';
import { eventCases } from './standard/events.ts';
import { flowCases } from './standard/flows.ts';
import { formatCases } from './standard/formats.ts';
import { gatewayCases } from './standard/gateways.ts';
import { kindCases } from './standard/kinds.ts';

const cases = [
  ...flowCases,
  ...gatewayCases,
  ...eventCases,
  ...blockCases,
  ...activityCases,
  ...dataCases,
  ...formatCases,
  ...kindCases,
];

const findingsOf = async (xml: string, isStrict = false) => (await compile(xml, { decisions: [], isStrict })).findings;

describe('a rule of the standard', () => {
  it.each(cases)('is broken by $fact', async ({ rule, at, level, wrong }) => {
    for (const xml of wrong) {
      const findings = (await findingsOf(xml)).filter((finding) => finding.rule === rule && finding.elementId === at);
      expect(findings, xml).toMatchObject([{ level }]);
      // The sentence is whole and calls things by their names.
      expect(findings[0]?.message).toMatch(/^\p{L}.*[.)]$/u);
      expect(findings[0]?.message).not.toMatch(/\bundefined\b|\bnull\b|\[object|«»| {2}/);
    }
  });

  it.each(cases)('is kept by what differs from $fact', async ({ rule, right }) => {
    for (const xml of right)
      expect(
        (await findingsOf(xml)).filter((finding) => finding.rule === rule),
        xml,
      ).toEqual([]);
  });
});
