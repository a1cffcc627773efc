import { DocsContext, Source, Stories, Title } from '@storybook/addon-docs/blocks';
import { useContext } from 'react';
import { typePurpose, words } from '../designer/words.ts';
import type { Setting } from '../forms/fields/editor-types.ts';
import { fieldEditors, type EditorType } from '../forms/fields/editors.ts';
import type { Component } from '../forms/schema/document.ts';
import { issues } from '../forms/text/it/issues.ts';

/** Types whose sentences stand under another name than their own. */
const areas: Readonly<Record<string, readonly (keyof typeof issues)[]>> = {
  textfield: ['text'],
  textarea: ['text'],
  radio: ['choice'],
  select: ['choice'],
  checklist: ['choice'],
  datetime: ['date', 'time'],
  filepicker: ['attachment'],
  dynamiclist: ['list'],
};

const isArea = (name: string): name is keyof typeof issues => Object.hasOwn(issues, name);
const isEditorType = (name: string): name is EditorType => Object.hasOwn(fieldEditors, name);

/** The sentences of a type, said of a field; what else is filled in stands between angles: ‹given›. */
function sentencesOf(type: string, label: string): readonly string[] {
  const own = areas[type] ?? (isArea(type) ? [type] : []);
  return own
    .flatMap((area) => Object.values(issues[area]))
    .map((sentence) => sentence.replaceAll('{{label}}', label).replaceAll(/\{\{(\w+)\}\}/g, '‹$1›'));
}

/**
 * The page of a field: what it is for, how a form document asks it, what an analyst can set, what it refuses with which
 * sentence, and its states. All of it is what the builder and the validator themselves say; other parts have their
 * stories.
 */
export function FieldPage() {
  const component = useShownComponent();
  const type = component?.properties?.['type'] ?? component?.type ?? '';
  const sentences = sentencesOf(type, component?.label ?? '');
  return (
    <>
      <Title />
      <p>{typePurpose(type)}</p>
      <h2>Nel modulo</h2>
      <Source language="json" code={JSON.stringify(component, null, 2)} />
      {isEditorType(type) && fieldEditors[type].settings.length > 0 && (
        <Settings settings={fieldEditors[type].settings} />
      )}
      {sentences.length > 0 && (
        <>
          <h2>Che cosa controlla</h2>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <Stories title="Gli stati" />
    </>
  );
}

/** The component of the first story, the last of those it shows: the others stand beside it. */
function useShownComponent(): Component | undefined {
  const [story] = useContext(DocsContext).componentStories();
  // The border to the storybook, which does not know the arguments of a story by type.
  const { components = [] } = (story?.initialArgs ?? {}) as { readonly components?: readonly Component[] };
  return components.at(-1);
}

const Settings = ({ settings }: { readonly settings: readonly Setting[] }) => (
  <>
    <h2>Che cosa si può impostare</h2>
    <p>
      Oltre a ciò che ha ogni campo: etichetta, aiuto, chiave, obbligo, condizioni, controlli, dati già noti, inglese.
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">Impostazione</th>
          <th scope="col">Nel documento</th>
          <th scope="col">Che cosa fa</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ at, field: { label = '', description, values = [] } }) => (
          <tr key={at}>
            <td>{words(label)}</td>
            <td>
              <code>{at}</code>
            </td>
            <td>
              {description === undefined ? '' : words(description)}
              {values.map((choice) => (
                <div key={choice.value}>
                  <code>{choice.value}</code> {words(choice.label)}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);
