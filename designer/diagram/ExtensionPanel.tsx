import type { EditorVariable } from '@bpmn-io/feel-editor';
import { useState } from 'react';
import type { Extension } from '../../engine/language/extension.ts';
import { asked } from '../../engine/words/extensions/words.ts';
import { Components } from '../../forms/kit/Components.tsx';
import { FormViewProvider } from '../../forms/kit/FormViewProvider.tsx';
import { useForm } from '../../forms/kit/use-form.ts';
import { useLanguage } from '../../forms/kit/use-language.ts';
import type { Answers, FormDocument } from '../../forms/schema/document.ts';
import { FeelField } from '../forms/feel/FeelField.tsx';
import { today } from '../today.ts';
import { attributesFrom, panelAnswers, panelErrors, panelParts } from './panel-form.ts';
import type { Attributes, KnownNames, PanelPart } from './panel-form.ts';

/** What a panel shows and changes. */
export interface ExtensionPanelProps {
  readonly extension: Extension;
  /** The attributes as they are drawn. Changes from outside need a new `key`. */
  readonly written: Attributes;
  readonly known: KnownNames;
  /** What expressions may name. */
  readonly variables: readonly EditorVariable[];
  /** Told all attributes after each answer. */
  readonly onChange: (attributes: Attributes) => void;
}

const nothing = (): void => undefined;

/** The settings of one extension element, asked as a form of the kit; the questions come from the extension alone. */
export function ExtensionPanel({ extension, written, known, variables, onChange }: ExtensionPanelProps) {
  const [start] = useState(() => panelAnswers(extension, written));
  const [answers, setAnswers] = useState(start);
  const shown = asked(extension, useLanguage());
  const parts = panelParts(shown, known, answers);
  const take = (changed: Answers): void => {
    const next = { ...answers, ...changed };
    setAnswers(next);
    onChange(attributesFrom(extension, next));
  };
  const form = formOf(extension, parts);
  const { view } = useForm({ form, answers: start, today: today(), onChange: take, onSubmit: nothing });
  const errors = panelErrors(extension, attributesFrom(extension, answers));
  return (
    <section className="iter-form" aria-label={shown.label}>
      <p>{shown.hint}</p>
      <FormViewProvider view={{ ...view, errors }}>
        {parts.map((part) =>
          part.type === 'field' ? (
            <Components key={part.key} components={[part.component]} />
          ) : (
            <FeelField
              key={part.key}
              label={part.label}
              {...(part.hint !== undefined && { hint: part.hint })}
              value={textOf(answers[part.key])}
              variables={variables}
              onChange={(expression) => take({ [part.key]: expression ?? '' })}
            />
          ),
        )}
      </FormViewProvider>
    </section>
  );
}

const textOf = (answer: unknown): string => (typeof answer === 'string' ? answer : '');

const formOf = ({ name }: Extension, parts: readonly PanelPart[]): FormDocument => ({
  type: 'default',
  id: name,
  schemaVersion: 16,
  components: parts.flatMap((part) => (part.type === 'field' ? [part.component] : [])),
});
