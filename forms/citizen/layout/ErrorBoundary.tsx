import { Component, type ReactNode } from 'react';
import { t } from '../../text/text.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Keeps header and footer alive when a page breaks, and offers the way on. React knows error boundaries as classes
 * only.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="container page-narrow page-block" role="alert">
        <h1>{t('citizen.errors.crashTitle')}</h1>
        <p className="lead">{t('citizen.errors.crashText')}</p>
        <div className="actions">
          <button type="button" className="btn btn-primary" onClick={() => window.location.reload()}>
            {t('citizen.errors.reload')}
          </button>
          <a className="btn btn-outline-primary" href="/">
            {t('citizen.errors.goHome')}
          </a>
        </div>
      </div>
    );
  }
}
