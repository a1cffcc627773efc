import '../../forms/kit/no-eval.ts';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../../forms/kit/styles.css';
import '../../forms/citizen/styles.css';
import { createRoot } from 'react-dom/client';
import { PreviewPage } from './PreviewPage.tsx';

const place = document.getElementById('app');
if (place !== null) createRoot(place).render(<PreviewPage />);
