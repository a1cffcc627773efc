import { useSearchParams } from 'react-router';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { t } from '../../text/clerk.ts';
import { Tabs, type Tab } from '../layout/Tabs.tsx';
import { DiagramTab } from './DiagramTab.tsx';
import { History } from './History.tsx';
import { RecordTab } from './RecordTab.tsx';

/**
 * How the dossier came here: the diagram, the facts, the proof that they are unaltered. The tab is kept in the address.
 */
export function DossierTabs({ dossier }: { readonly dossier: OfficeDossier }) {
  const [address, setAddress] = useSearchParams();
  if (dossier.visiting) return null;
  const tabs: readonly Tab[] = [
    { id: 'cronologia', label: t('clerk.dossier.history'), panel: () => <History entries={dossier.history} /> },
    { id: 'diagramma', label: t('clerk.dossier.diagram'), panel: () => <DiagramTab dossierId={dossier.dossierId} /> },
    { id: 'registro', label: t('clerk.dossier.record'), panel: () => <RecordTab dossier={dossier} /> },
  ];
  const choose = (tab: string): void => {
    const next = new URLSearchParams(address);
    next.set('sezione', tab);
    setAddress(next, { replace: true, preventScrollReset: true });
  };
  return (
    <section className="desk-card desk-tabs-card">
      <Tabs
        label={t('clerk.dossier.sections')}
        tabs={tabs}
        current={address.get('sezione') ?? undefined}
        onChoose={choose}
      />
    </section>
  );
}
