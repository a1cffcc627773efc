import { Link } from 'react-router';
import type { Finding } from '../../forms/contract/packages.ts';
import { t } from '../../forms/text/designer.ts';
import { fileAddress } from './file-kinds.ts';

interface Props {
  readonly packageId: string;
  readonly findings: readonly Finding[];
}

/** What the checks find, first what keeps the procedure from being published; each leads to its file and element. */
export function FindingList({ packageId, findings }: Props) {
  return (
    <>
      {(['error', 'warning'] as const).map((level) => {
        const some = findings.filter((finding) => finding.level === level);
        if (some.length === 0) return null;
        return (
          <div key={level} className={`fb-found-${level}`}>
            <h3>{t(`designer.packages.findings.${level}`)}</h3>
            <ul className="fb-findings">
              {some.map((finding, index) => (
                <li key={index}>
                  {finding.message} <Place packageId={packageId} finding={finding} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function Place({ packageId, finding }: { readonly packageId: string; readonly finding: Finding }) {
  const { file, elementId } = finding;
  if (file === undefined) return null;
  const element =
    elementId === undefined ? '' : `, ${t('designer.packages.findings.atElement', { element: elementId })}`;
  return (
    <Link to={fileAddress(packageId, file, elementId)} className="fb-place">
      {t('designer.packages.findings.inFile', { file })}
      {element}
    </Link>
  );
}
