import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The three apps, and the pages of administrators at the desk, which `test/apps/administration` opens. */
export type App = 'portal' | 'desk' | 'designer' | 'administration';

/**
 * The components that open something over or in a page, each with the states in which `test/apps/opened` looks at what
 * it opens, by app.
 */
export const openers: Readonly<Record<string, { readonly [Each in App]?: readonly string[] }>> = {
  // The popup of the FEEL editor comes with the editor.
  'designer/forms/feel/FeelField.tsx': { designer: ['formula'] },
  'designer/forms/RemovalDialog.tsx': { designer: ['part-removal'] },
  'designer/forms/panel/ChoiceDetails.tsx': { designer: ['panel'] },
  'designer/forms/panel/KeyEditor.tsx': { designer: ['key'] },
  'designer/forms/panel/PasteChoices.tsx': { designer: ['panel'] },
  'designer/forms/panel/Sections.tsx': { designer: ['panel'] },
  'designer/packages/AddFile.tsx': { designer: ['package'] },
  'designer/packages/Confirm.tsx': { designer: ['publish', 'file-removal', 'left-form', 'left-form-removal'] },
  'designer/packages/ConflictView.tsx': { designer: ['conflict'] },
  'designer/packages/DiagramFile.tsx': { designer: ['drawing'] },
  'designer/packages/FormFile.tsx': { designer: ['file-menu'] },
  'designer/packages/NewForm.tsx': { designer: ['package'] },
  'forms/citizen/apply/SendDialog.tsx': { portal: ['sending'] },
  'forms/citizen/dossier/Messages.tsx': { portal: ['dossier'] },
  'forms/citizen/dossiers/DeleteDraftDialog.tsx': { portal: ['draft-removal'] },
  'forms/citizen/fill/ConfirmFill.tsx': { portal: ['confirm'] },
  'forms/citizen/layout/SignInDialog.tsx': { portal: ['sign-in-again'] },
  'forms/clerk/administration/BodyChoice.tsx': { administration: ['body-choice'] },
  'forms/clerk/administration/EndDialog.tsx': { administration: ['end'] },
  'forms/clerk/administration/KeepDialog.tsx': { administration: ['assignment-confirmed'] },
  'forms/clerk/administration/RowField.tsx': { administration: ['body-of-row'] },
  'forms/clerk/dossier/History.tsx': { desk: ['desk-dossier'] },
  'forms/clerk/dossier/Messages.tsx': { desk: ['desk-dossier'] },
  'forms/clerk/dossier/ReasonDialog.tsx': { desk: ['conflict'] },
  'forms/clerk/layout/ConfirmDialog.tsx': { desk: ['completion'] },
  'forms/clerk/layout/Fold.tsx': { desk: ['desk-dossier'] },
  'forms/clerk/session/UserMenu.tsx': { desk: ['queue-menu'] },
  'forms/clerk/task/ConfirmCompletion.tsx': { desk: ['completion'] },
  'forms/fields/body/Field.tsx': { portal: ['body'] },
  // The browser draws the calendar: nothing of it is in the page.
  'forms/fields/datetime/Calendar.tsx': { portal: ['calendar'] },
  'forms/fields/municipality/Field.tsx': { portal: ['municipality'] },
  'forms/fields/select/Field.tsx': { portal: ['select'] },
  'forms/kit/ByDay.tsx': { portal: ['dossier'], desk: ['desk-dossier'] },
  'forms/kit/Combobox.tsx': { portal: ['body', 'municipality', 'select'] },
  'forms/kit/Dialog.tsx': { portal: ['confirm', 'uploads'], desk: ['completion'], designer: ['key'] },
  'forms/kit/DiagramView.tsx': { desk: ['diagram'] },
  'forms/kit/LanguageSwitch.tsx': { portal: ['catalogue-menu'], desk: ['queue-menu'] },
  'forms/kit/Submissions.tsx': { portal: ['dossier'], desk: ['desk-dossier'] },
  'forms/kit/TermSteps.tsx': { portal: ['dossier'], desk: ['desk-dossier'] },
  'forms/kit/UploadWaiting.tsx': { portal: ['uploads'] },
};

/** The states of one app. */
export const statesOf = (app: App): readonly string[] => [
  ...new Set(Object.values(openers).flatMap((states) => states[app] ?? [])),
];

const opening =
  /<(Dialog|ConfirmDialog|Combobox|details)\b|new FeelEditor|aria-(expanded|haspopup)|showPicker|popover/i;

/** The components whose source opens something, by path. */
export function componentsThatOpen(): readonly string[] {
  const files = ['forms', 'designer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  return files
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.stories.tsx'))
    .filter((file) => opening.test(readFileSync(join(root, file), 'utf8')))
    .sort();
}
