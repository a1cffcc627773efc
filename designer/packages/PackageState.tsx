import type { PackageSummary } from '../../forms/contract/packages.ts';
import { t } from '../../forms/text/designer.ts';

/** Where a package stands: its state, the version in use, and what the last check of it has found. */
export function PackageState({ summary: { state, version, checked } }: { readonly summary: PackageSummary }) {
  return (
    <ul className="fb-state">
      <li className={`fb-state-${state}`}>
        {t(`designer.packages.states.${state}`)}
        {version !== undefined && state !== 'retired' && `, ${t('designer.packages.version', { version })}`}
      </li>
      <li className={checked !== undefined && checked.errors > 0 ? 'fb-state-wrong' : 'fb-state-quiet'}>
        {foundBy(checked)}
      </li>
    </ul>
  );
}

/** What a check has found, in words. */
export function foundBy(checked: PackageSummary['checked']): string {
  if (checked === undefined) return t('designer.packages.found.unknown');
  if (checked.errors === 0) return t('designer.packages.found.none');
  return t('designer.packages.found.errors', { count: checked.errors });
}
