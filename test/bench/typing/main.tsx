import { createRoot } from 'react-dom/client';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../../../forms/kit/styles.css';
import { Form } from '../../../forms/kit/Form.tsx';
import { flatForm, largeAnswers, largeForm } from '../large-form.ts';
import { watchKeys } from './watch-keys.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root"');

// Page by page, as people see it, when the address names one; else all below each other, with or without pages.
const asked = new URLSearchParams(location.search);
const page = asked.get('page');

createRoot(root).render(
  <Form
    form={asked.has('flat') ? flatForm : largeForm}
    answers={largeAnswers}
    today="2026-11-23"
    onSubmit={() => Promise.resolve()}
    {...(page === null ? {} : { page })}
  />,
);

watchKeys();
