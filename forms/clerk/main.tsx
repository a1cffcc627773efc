import '../kit/no-eval.ts';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../kit/styles.css';
import './styles/base.css';
import './styles/header.css';
import './styles/lists.css';
import './styles/work.css';
import './styles/dossier.css';
import './styles/administration.css';
import './styles/mails.css';
import './styles/sign-in.css';
import './styles/narrow.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../kit/own-language.ts';
import { hearHistoryFirst } from '../kit/uploads-in-hand.ts';
import { App } from './App.tsx';

hearHistoryFirst();
const place = document.getElementById('app');

function draw(page: HTMLElement): void {
  createRoot(page).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// Without the sentences of the chosen language the desk is drawn in Italian.
if (place !== null) void startLanguage().finally(() => draw(place));
