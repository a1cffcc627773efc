import { t } from '../../forms/text/designer.ts';

/** Why a text is no title of a procedure. */
export const titleFault = (title: string): string | undefined =>
  title.trim().length >= 3 && title.length <= 200 ? undefined : t('designer.packages.begin.titleWrong');

/** Why a text is no name of a procedure. */
export const nameFault = (name: string): string | undefined =>
  /^[a-z][a-z0-9-]{2,59}$/.test(name) ? undefined : t('designer.packages.begin.nameWrong');

/** The name that a title suggests. */
export const nameFrom = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
