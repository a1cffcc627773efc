import type { Procedure } from '../../core/procedure.ts';
import { wordsOf } from '../../core/search/words.ts';
import { rowsOf, type Db } from '../db.ts';
import { soughtIn, type AlikeWord, type FindAlike } from './search.ts';

/** The procedures that a search finds, the best first. */
export interface FoundProcedures {
  readonly procedureIds: readonly string[];
  /** Nothing was found as typed; these say something similar. */
  readonly alike: boolean;
}

/** What the cards of the current versions answer to a query; undefined when nothing is searched. */
export async function findProcedures(db: Db, q: string | undefined): Promise<FoundProcedures | undefined> {
  const sought = await soughtIn(db, q, alikeInCards);
  if (sought === undefined) return undefined;
  const asTyped = await matching(db, sought.asTyped);
  if (asTyped.length > 0) return { procedureIds: asTyped, alike: false };
  return { procedureIds: await matching(db, await sought.asMeant()), alike: true };
}

async function matching(db: Db, query: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ procedureId: string }>(
    db,
    `SELECT procedure_id AS "procedureId" FROM procedure_words WHERE words @@ CAST(:query AS tsquery)
      ORDER BY ts_rank(words, CAST(:query AS tsquery)) DESC, procedure_id`,
    { query },
  );
  return rows.map(({ procedureId }) => procedureId);
}

// There are a few dozen cards: their words are gathered anew whenever somebody mistypes one.
const alikeInCards: FindAlike = (db, typed) =>
  rowsOf<AlikeWord>(
    db,
    `SELECT t.typed, word, to_tsquery('iter_italian', word)::text AS stem
       FROM ts_stat('SELECT words FROM procedure_words') JOIN unnest(CAST(:typed AS text[])) AS t (typed)
         ON similarity(word, t.typed) >= 0.2 WHERE word ~ '^[[:alpha:]]+$'`,
    { typed: [...typed] },
  );

/** Keeps what a procedure is found by, in the transaction that publishes it. */
export async function keepProcedureWords(db: Db, { procedureId, service }: Procedure): Promise<void> {
  const { title, category, topics, keywords, shortDescription } = service;
  const en = service.translations?.en;
  const weighed = [
    words([title, en?.title ?? '']),
    words([category, ...topics, ...keywords, en?.category ?? '', ...(en?.topics ?? [])]),
    words([shortDescription, en?.shortDescription ?? '']),
    words([service, en ?? {}].flatMap(bodyOf)),
  ];
  await rowsOf(
    db,
    `INSERT INTO procedure_words (procedure_id, words)
     SELECT :procedureId, ${['A', 'B', 'C', 'D'].map(vector).join(' || ')}
     ON CONFLICT (procedure_id) DO UPDATE SET words = excluded.words`,
    {
      procedureId,
      ...Object.fromEntries(
        weighed.flatMap(({ written, plain }, at) => [
          [`written${at}`, written],
          [`plain${at}`, plain],
        ]),
      ),
    },
  );
}

type CardBody = Partial<Pick<Procedure['service'], 'audience' | 'needed' | 'achieved'>>;

const bodyOf = ({ audience = [], needed = [], achieved = [] }: CardBody): readonly string[] => [
  ...audience,
  ...needed,
  ...achieved,
];

const vector = (weight: string, at: number): string =>
  `setweight(to_tsvector('iter_italian', :written${at}) || to_tsvector('iter_plain', :plain${at}), '${weight}')`;

function words(texts: readonly string[]) {
  const all = wordsOf(texts.join('\n'));
  return { written: all.map(({ written }) => written).join(' '), plain: all.map(({ plain }) => plain).join(' ') };
}
