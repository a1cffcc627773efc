import type { Municipality, UploadedFile } from '../fields/types.ts';
import type { Choice } from '../schema/document.ts';
import { municipalityBook } from '../schema/lookups.ts';
import { loadVocabulary } from '../vocabularies/load.ts';
import { isVocabulary } from '../vocabularies/names.ts';
import type { BodyOption, Host, Lookups, Uploads } from './host.ts';

/** What stands in for the server in stories: the same functions, answered from memory and at once. */

const bodies: readonly BodyOption[] = [
  { id: 'c_a944', label: 'Comune di Bologna', detail: 'BO' },
  { id: 'c_f257', label: 'Comune di Modena', detail: 'MO' },
  { id: 'c_g337', label: 'Comune di Parma', detail: 'PR' },
  { id: 'r_emiro', label: 'Regione Emilia-Romagna' },
];

const DAY_ONE = '0001-01-01';

/** Among them one that was suppressed and one that changed its name. */
const municipalities: readonly Municipality[] = [
  { istatCode: '037006', name: 'Bologna', province: 'BO', cadastralCode: 'A944', validFrom: DAY_ONE },
  { istatCode: '037004', name: 'Bazzano', province: 'BO', validFrom: DAY_ONE, validTo: '2013-12-31' },
  { istatCode: '037061', name: 'Valsamoggia', province: 'BO', cadastralCode: 'M320', validFrom: '2014-01-01' },
  { istatCode: '035018', name: 'Canossa', province: 'RE', cadastralCode: 'C669', validFrom: '1991-06-18' },
  { istatCode: '035018', name: "Ciano D'Enza", province: 'RE', validFrom: DAY_ONE, validTo: '1991-06-17' },
  { istatCode: '036023', name: 'Modena', province: 'MO', cadastralCode: 'F257', validFrom: DAY_ONE },
];

const isThere = ({ validFrom, validTo = '9999-12-31' }: Municipality, on: string): boolean =>
  validFrom <= on && on <= validTo;

const STORY_LISTS: Readonly<Record<string, readonly Choice[]>> = {
  'api:offices': [
    { value: 'urp', label: 'Ufficio relazioni con il pubblico' },
    { value: 'documenti', label: 'Ufficio che detiene i documenti' },
  ],
};

async function storyChoices(source: string): Promise<readonly Choice[]> {
  const [, name = ''] = source.split(':');
  const choices = isVocabulary(name) ? (await loadVocabulary(name)).choices : STORY_LISTS[source];
  if (choices === undefined) throw new RangeError(`There is no list ${source}`);
  return choices;
}

/** Public bodies and municipalities found by a part of their name; vocabularies as they are. */
export const storyLookups: Lookups = {
  bodies: (query) =>
    Promise.resolve(bodies.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()))),
  body: (bodyId) => Promise.resolve(bodies.find(({ id }) => id === bodyId)),
  municipalities: (query, validOn = '9999-12-31') =>
    Promise.resolve(
      municipalities.filter(
        (one) => isThere(one, validOn) && one.name.toLowerCase().includes(query.trim().toLowerCase()),
      ),
    ),
  choices: storyChoices,
};

const files: Readonly<Record<string, UploadedFile>> = {
  planimetria: { name: 'planimetria-piano-terra.pdf', size: 482_133, mediaType: 'application/pdf' },
  relazione: { name: 'relazione-tecnica.pdf.p7m', size: 1_204_400, mediaType: 'application/pkcs7-mime' },
  foto: { name: 'facciata.jpg', size: 32_000_000, mediaType: 'image/jpeg' },
};

/** Keeps nothing: a file that is added is named in the answer and forgotten. */
export const storyUploads: Uploads = {
  add: (file) => Promise.resolve({ uploadId: 'planimetria', name: file.name, size: file.size }),
  remove: () => Promise.resolve(),
  href: (uploadId) => `#${uploadId}`,
  find: (uploadId) => files[uploadId],
};

/** The host that a form in a story has unless the story brings its own. */
export const storyHost: Host = {
  lookups: storyLookups,
  uploads: storyUploads,
  known: { municipalities: municipalityBook(municipalities) },
};
