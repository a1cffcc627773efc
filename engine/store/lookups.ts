import type { Choice } from '../../forms/schema/document.ts';
import { placeCodeBook } from '../../forms/schema/place-codes.ts';
import { municipalityBook, type Lookups } from '../../forms/schema/lookups.ts';
import { vocabularies } from '../../forms/vocabularies/all.ts';
import { isVocabulary } from '../../forms/vocabularies/names.ts';
import { romeDay } from '../core/calendar.ts';
import type { Day } from '../core/dossier.ts';
import type { Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from './db.ts';
import { remembered } from './remembered.ts';
import { allMunicipalities } from './tables/municipalities.ts';

/** How old bodies and offices in memory may be, in milliseconds: an office that was made is offered a minute later. */
const FRESH_MS = 60_000;

const EMILIA_ROMAGNA = '08';

type Lists = Readonly<Record<string, readonly Choice[]>>;

interface Territory {
  readonly municipalities: NonNullable<Lookups['municipalities']>;
  readonly placeCodes: NonNullable<Lookups['placeCodes']>;
  readonly liesIn: NonNullable<Lookups['liesIn']>;
  readonly lists: Lists;
}

/**
 * What answers are judged with besides the form: municipalities, borders and the lists that fields choose from. All of
 * it is kept in memory, so that judging stays a computation: territory and vocabularies come with the product and are
 * read once, bodies and offices are read again when they are a minute old.
 */
export function formLookups(db: Db, clock: () => Instant): () => Promise<Lookups> {
  const territory = remembered({ read: () => readTerritory(db), clock });
  const organisation = remembered({ read: () => readOrganisation(db, romeDay(clock())), clock, freshMs: FRESH_MS });
  return async () => {
    const [{ lists, ...places }, own] = await Promise.all([territory(), organisation()]);
    const api = { ...lists, ...own };
    return { ...places, choices: (source) => choicesOf(source, api) };
  };
}

/** The choices under `vocabulary:<name>` or `api:<name>`; undefined for a list that there is not. */
function choicesOf(source: string, lists: Lists): readonly Choice[] | undefined {
  const [kind, name = ''] = source.split(':');
  if (kind === 'vocabulary') return isVocabulary(name) ? vocabularies[name].choices : undefined;
  return kind === 'api' && Object.hasOwn(lists, name) ? lists[name] : undefined;
}

async function readTerritory(db: Db): Promise<Territory> {
  const [rows, { liesIn }] = await Promise.all([allMunicipalities(db), import('../../forms/territory/territory.ts')]);
  const states = rows.map(({ istatCode, name, province, cadastralCode, validFrom, validTo }) => ({
    ...{ istatCode, name, province, validFrom },
    ...(cadastralCode === null ? {} : { cadastralCode }),
    ...(validTo === null ? {} : { validTo }),
  }));
  const own = rows.filter(({ regionCode, validTo }) => regionCode === EMILIA_ROMAGNA && validTo === null);
  return {
    municipalities: municipalityBook(states),
    placeCodes: placeCodeBook(states),
    liesIn,
    lists: {
      municipalities: own.map(({ istatCode, name, province }) => ({
        value: istatCode,
        label: name,
        description: province,
      })),
      provinces: vocabularies.provinces.choices.filter(({ description }) => description === 'Emilia-Romagna'),
    },
  };
}

async function readOrganisation(db: Db, today: Day): Promise<Lists> {
  const [bodies, offices] = await Promise.all([
    rowsOf<Choice>(
      db,
      `SELECT body_id AS value, name AS label FROM bodies
        WHERE last_on IS NULL OR last_on >= CAST(:today AS date)
        ORDER BY CASE kind WHEN 'region' THEN 0 ELSE 1 END, name`,
      { today },
    ),
    rowsOf<Choice>(
      db,
      `SELECT code AS value, min(name) AS label FROM offices
        WHERE last_on IS NULL OR last_on >= CAST(:today AS date) GROUP BY code ORDER BY 2`,
      { today },
    ),
  ]);
  return { bodies, offices };
}
