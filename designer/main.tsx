import './no-eval.ts';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../forms/kit/styles.css';
import './styles/frame.css';
import './styles/home.css';
import './styles/builder.css';
import './styles/canvas.css';
import './styles/panel.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const place = document.getElementById('app');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
