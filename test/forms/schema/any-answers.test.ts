import { fc, runsOr } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../../forms/schema/read.ts';
import { summarise } from '../../../forms/schema/summary.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { issueText } from '../../../forms/text/issue-text.ts';
import { anyAnswers } from './any-values.ts';
import { everyLookup, formOfEach } from './one-of-each.ts';

const runs = runsOr(200);
const patience = runs * 100 + 30_000;

describe('any answers', () => {
  it('meet a form that is right', () => {
    expect(readForm(formOfEach).issues).toEqual([]);
  });

  it(
    'are judged and printed without a crash',
    () => {
      fc.assert(
        fc.property(anyAnswers, (given) => {
          const { issues } = validateAnswers(formOfEach, given, everyLookup);
          expect(issues.map(issueText)).not.toContain('');
          expect(summarise(formOfEach, given, { today: everyLookup.today }).length).toBeGreaterThan(0);
        }),
        { numRuns: runs },
      );
    },
    patience,
  );

  it(
    'stay the same when they are validated again',
    () => {
      fc.assert(
        fc.property(anyAnswers, (given) => {
          const once = validateAnswers(formOfEach, given, everyLookup).values;
          expect(validateAnswers(formOfEach, once, everyLookup).values).toEqual(once);
        }),
        { numRuns: runs },
      );
    },
    patience,
  );
});
