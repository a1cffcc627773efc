import { extension } from './extension.ts';
import { named, text } from './kinds.ts';
import { onCall } from './places.ts';

/**
 * `<iter:lends>` on a call of a part: a term of the caller is lent under the name that the part has for it. Terms of
 * equal name are lent without a mark, and `main` is the main term of the dossier.
 */
export const lends = extension({
  name: 'lends',
  on: onCall,
  isRepeatable: true,
  attributes: {
    term: named('term'),
    as: text(),
  },
});
