import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import { createFormEditor } from '@bpmn-io/form-js-editor';
import { createForm } from '@bpmn-io/form-js-viewer';
import { createRoot } from 'react-dom/client';
import { useState } from 'react';
import { FormPages } from '../../../forms/kit/FormPages.tsx';
import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { readForm } from '../../../forms/schema/read.ts';

/** What the test asks of the page: Camunda's viewer and editor, and our kit, each in a fresh place. */
export interface FormJsPage {
  /** Opens a document in the viewer and gives what `submit` answers. */
  readonly view: (schema: unknown) => Promise<{ readonly data: unknown; readonly errors: unknown }>;
  /** Opens a document in the editor and gives it as the editor saves it. */
  readonly edit: (schema: unknown) => Promise<unknown>;
  /** Shows a form as our citizens see it; what is sent stands in `sent`. @throws when the document is no form. */
  readonly fill: (document: unknown) => void;
  sent?: Answers;
}

declare global {
  interface Window {
    formJs: FormJsPage;
  }
}

function freshPlace(): HTMLElement {
  const place = document.createElement('div');
  document.getElementById('place')?.replaceChildren(place);
  return place;
}

function Filled({ form }: { readonly form: FormDocument }) {
  const [answers, setAnswers] = useState<Answers>({});
  const [step, setStep] = useState('');
  return (
    <FormPages
      form={form}
      answers={answers}
      today="2026-03-02"
      step={step}
      onStep={setStep}
      onChange={setAnswers}
      onSubmit={(values) => {
        window.formJs.sent = values;
      }}
    />
  );
}

window.formJs = {
  view: async (schema) => {
    const form = await createForm({ container: freshPlace(), schema });
    const { data, errors } = form.submit();
    return { data, errors };
  },
  edit: async (schema) => {
    const editor = await createFormEditor({ container: freshPlace(), schema });
    return editor.saveSchema();
  },
  fill: (document) => {
    const { form, issues } = readForm(document);
    if (form === undefined) throw new Error(JSON.stringify(issues));
    createRoot(freshPlace()).render(<Filled form={form} />);
  },
};
