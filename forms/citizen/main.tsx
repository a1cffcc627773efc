import '../kit/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../kit/styles.css';
import './styles.css';
import { isSignedOut } from '../kit/failure.ts';
import { createQueryClient } from '../kit/query-client.ts';
import { hearHistoryFirst } from '../kit/uploads-in-hand.ts';
import { t } from '../text/text.ts';
import { App } from './App.tsx';
import { startLanguage } from '../kit/own-language.ts';
import { sessionKey } from './queries.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root"');

// A call refused for want of a session makes the page ask again who is signed in.
const queryClient = createQueryClient({
  staleMs: 30_000,
  onError: (error, client) => {
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: sessionKey });
  },
});

hearHistoryFirst();

function draw(place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}

// Without the sentences of the chosen language the page is drawn in Italian.
void startLanguage()
  .then(() => (document.title = t('citizen.site.title')))
  .finally(() => draw(root));
