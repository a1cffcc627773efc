import { useMemo } from 'react';
import type { Setting } from '../../../forms/fields/editor-types.ts';
import { Components } from '../../../forms/kit/Components.tsx';
import { FormViewProvider } from '../../../forms/kit/FormViewProvider.tsx';
import { useForm } from '../../../forms/kit/use-form.ts';
import type { Answers } from '../../../forms/schema/document.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { issueText } from '../../../forms/text/issue-text.ts';
import { today } from '../../today.ts';
import { words } from '../../words.ts';
import { useBuilder } from '../builder-context.ts';
import type { Part } from '../model/draft.ts';
import { settingAnswers, settingChanges, settingsForm } from './settings-form.ts';

const nothing = (): void => undefined;

/**
 * Settings as a form of the kit. What is right is written into the document at once; what is not yet right stays on the
 * screen with its sentence.
 */
export function KitSettings({ part, settings }: { readonly part: Part; readonly settings: readonly Setting[] }) {
  const { bench } = useBuilder();
  const form = useMemo(() => settingsForm(settings, (key) => words(key)), [settings]);
  const answers = useMemo(() => settingAnswers(part, settings), [part, settings]);
  const write = (written: Answers): void => {
    for (const { at, value } of settingChanges(part, settings, { answers: written, today: today() })) {
      bench.change({ type: 'set', id: part.id, at, value });
    }
  };
  const { view } = useForm({ form, answers, today: today(), onChange: write, onSubmit: nothing });
  const { issues } = validateAnswers(form, view.values, { today: today() });
  const errors = Object.fromEntries(issues.map((issue) => [issue.path, issueText(issue)]));
  if (settings.length === 0) return null;
  return (
    <div className="fb-settings iter-form">
      <FormViewProvider view={{ ...view, errors }}>
        <Components components={form.components} />
      </FormViewProvider>
    </div>
  );
}
