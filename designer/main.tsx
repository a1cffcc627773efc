import '../forms/kit/no-eval.ts';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../forms/kit/styles.css';
import './styles/frame.css';
import './styles/home.css';
import './styles/packages.css';
import './styles/bar.css';
import './styles/build.css';
import './styles/flash.css';
import './styles/views.css';
import './styles/narrow.css';
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
