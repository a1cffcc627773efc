import type { ReactNode } from 'react';
import { t } from '../../text/text.ts';
import { Footer } from './Footer.tsx';
import { MainHeader } from './MainHeader.tsx';
import { SlimHeader } from './SlimHeader.tsx';

/** What stands around every page. */
export function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <div className="skiplinks">
        <a className="visually-hidden-focusable" href="#contenuto">
          {t('citizen.layout.skipToContent')}
        </a>
        <a className="visually-hidden-focusable" href="#fine-pagina">
          {t('citizen.layout.skipToFooter')}
        </a>
      </div>
      <header className="it-header-wrapper">
        <SlimHeader />
        <MainHeader />
      </header>
      <main id="contenuto" tabIndex={-1} className="page-main">
        {children}
      </main>
      <Footer />
    </>
  );
}
