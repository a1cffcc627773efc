import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/compile.ts';
import { standardCases } from './standard-cases.ts';
import { kindCases } from './standard-kinds.ts';

const findingsOf = async (xml: string) => (await compile(xml, { decisions: [] })).findings;

describe('a rule of the standard', () => {
  it.each([...standardCases, ...kindCases])('is broken by $fact', async ({ rule, at, level, wrong }) => {
    for (const xml of wrong) {
      const findings = (await findingsOf(xml)).filter((finding) => finding.rule === rule && finding.elementId === at);
      expect(findings, xml).toMatchObject([{ level }]);
      // The sentence is whole and calls things by their names.
      expect(findings[0]?.message).toMatch(/^\p{L}.*[.)]$/u);
      expect(findings[0]?.message).not.toMatch(/\bundefined\b|\bnull\b|\[object|«»| {2}/);
    }
  });

  it.each([...standardCases, ...kindCases])('is kept by what differs from $fact', async ({ rule, right }) => {
    for (const xml of right)
      expect(
        (await findingsOf(xml)).filter((finding) => finding.rule === rule),
        xml,
      ).toEqual([]);
  });
});
