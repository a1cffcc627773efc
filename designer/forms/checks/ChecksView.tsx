import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import type { Notice } from '../form-js/notices.ts';
import type { DraftFinding } from '../model/findings.ts';
import { nameOf } from '../model/find.ts';
import { partOf } from '../model/tree.ts';
import { sentence } from './sentence.ts';
import { UseList } from '../UseList.tsx';
import { Figures } from './Figures.tsx';

interface Props {
  readonly findings: readonly DraftFinding[];
  readonly onGo: (id: string) => void;
}

/** What is to be corrected, looked at and known about the form. */
export function ChecksView({ findings, onGo }: Props) {
  const { bench, imported } = useBuilder();
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  return (
    <section className="fb-checks" aria-labelledby="fb-checks-title">
      <h2 id="fb-checks-title" className="fb-title">
        {t('designer.builder.checks.title')}
      </h2>
      <div className="fb-card">
        <h3>{t('designer.builder.checks.errors')}</h3>
        <Findings findings={errors} none={t('designer.builder.checks.noErrors')} onGo={onGo} />
      </div>
      <div className="fb-card">
        <h3>{t('designer.builder.checks.warnings')}</h3>
        <Findings findings={warnings} none={t('designer.builder.checks.noWarnings')} onGo={onGo} />
      </div>
      <Missing />
      {imported.length > 0 && <Notices notices={imported} onGo={onGo} />}
      <Figures draft={bench.draft} />
    </section>
  );
}

function Findings({ findings, none, onGo }: Props & { readonly none: string }) {
  if (findings.length === 0) return <p className="mb-0">{none}</p>;
  return (
    <ul className="fb-findings">
      {findings.map((finding, index) => (
        <li key={index}>
          {sentence(finding)} <Go id={finding.part?.id} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}

function Go({ id, onGo }: { readonly id: string | undefined; readonly onGo: (id: string) => void }) {
  const { bench } = useBuilder();
  const part = id === undefined ? undefined : partOf(bench.draft, id);
  if (part === undefined) return null;
  return (
    <button type="button" className="fb-link" onClick={() => onGo(part.id)}>
      {t('designer.builder.checks.go', { name: nameOf(part) })}
    </button>
  );
}

function Missing() {
  const { uses } = useBuilder();
  return (
    <div className="fb-card">
      <h3>{t('designer.builder.checks.missing')}</h3>
      {uses.state === 'failed' && <p className="mb-0">{t('designer.builder.checks.usesFailed')}</p>}
      {uses.state === 'ready' && uses.missing.length === 0 && (
        <p className="mb-0">{t('designer.builder.checks.noUses')}</p>
      )}
      {uses.missing.map(({ key, uses: found }) => (
        <div key={key}>
          <p>{t('designer.builder.checks.missingKey', { key })}</p>
          <UseList uses={found} />
        </div>
      ))}
    </div>
  );
}

function Notices({ notices, onGo }: { readonly notices: readonly Notice[]; readonly onGo: (id: string) => void }) {
  return (
    <div className="fb-card">
      <h3>{t('designer.builder.checks.notices')}</h3>
      <ul className="fb-findings">
        {notices.map(({ code, partId, params }, index) => (
          <li key={index}>
            {t(`designer.builder.notices.${code}`, params)} <Go id={partId} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  );
}
