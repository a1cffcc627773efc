import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../../../forms/kit/styles.css';
import { Form } from '../../../forms/kit/Form.tsx';
import { FormPages } from '../../../forms/kit/FormPages.tsx';
import { flatForm, largeAnswers, largeForm } from '../large-form.ts';
import { watchKeys } from './watch-keys.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root"');

const asked = new URLSearchParams(location.search);
const today = '2026-11-23';
const ignore = () => undefined;

/** Page by page, as people see it: the answers are kept outside, as the portal keeps them in the draft. */
function PageByPage({ step }: { readonly step: string }) {
  const [answers, setAnswers] = useState(largeAnswers);
  return (
    <FormPages
      form={largeForm}
      answers={answers}
      today={today}
      step={step}
      onStep={ignore}
      onChange={setAnswers}
      onSubmit={ignore}
    />
  );
}

/** All fields below each other, with or without pages. */
const Whole = () => (
  <Form form={asked.has('flat') ? flatForm : largeForm} answers={largeAnswers} today={today} onSubmit={ignore} />
);

const step = asked.get('page');
createRoot(root).render(step === null ? <Whole /> : <PageByPage step={step} />);

watchKeys();
