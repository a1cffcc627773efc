import { Component, type ReactNode } from 'react';
import { t } from '../../text/clerk.ts';

/** Shows a way out when a page breaks, instead of an empty window. A class because React has no other way to catch. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  /** Turns the page into the way out. */
  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="container py-5">
        <h1>{t('clerk.app.crashTitle')}</h1>
        <p className="lead">{t('clerk.app.crashText')}</p>
        <button type="button" className="btn btn-primary" onClick={() => window.location.reload()}>
          {t('clerk.app.reload')}
        </button>
      </main>
    );
  }
}
