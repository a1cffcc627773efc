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
import { hearHistoryFirst } from '../kit/uploads-in-hand.ts';
import { App } from './App.tsx';

hearHistoryFirst();
const place = document.getElementById('app');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
