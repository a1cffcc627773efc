import { watchKeys } from './watch-keys.ts';
import { createRoot } from 'react-dom/client';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../../../forms/kit/styles.css';
import { Form } from '../../../forms/kit/Form.tsx';
import { largeAnswers, largeForm } from '../large-form.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root"');

createRoot(root).render(
  <Form form={largeForm} answers={largeAnswers} today="2026-11-23" onSubmit={() => Promise.resolve()} />,
);

watchKeys();
