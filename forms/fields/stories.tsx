import type { StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inputId } from '../kit/field-props.ts';
import type { Host } from '../kit/host.ts';
import { FormStage, type FormStageProps } from '../kit/stage.tsx';
import type { Answers, Component, FieldComponent, Json, ListComponent, Translation } from '../schema/document.ts';

/** A field that stands beside the one shown, with its answer; for types that compare themselves with others. */
export interface Neighbour {
  readonly component: FieldComponent;
  readonly value: Json;
}

/** What has to be said of a field for all its states to be shown. */
export interface FieldStories {
  readonly component: FieldComponent;
  /** A right answer, in normal form or as a person writes it. */
  readonly filled: Json;
  /** An answer that the validator refuses; the sentence shown is the one it gives. */
  readonly wrong: Json;
  /** The words of the component in English, as `translations.en` holds them. */
  readonly english?: Translation;
  /** What the form takes from outside; a host that answers from memory when it is left out. */
  readonly host?: Host;
  readonly beside?: readonly Neighbour[];
}

/** A state of a field, shown in the real form. */
export type FieldStory = StoryObj<typeof FormStage>;

/** The states that every type of field is shown in. */
export type FieldState = 'empty' | 'filled' | 'wrong' | 'readOnly' | 'prefilled' | 'repeated' | 'english';

const LIST = 'voci';

// A page has one language: on a page of documentation a story in another one stands in a frame of its own.
const IN_A_FRAME = { docs: { story: { inline: false, height: '22rem' } } };

const repeated = (component: FieldComponent): ListComponent => ({
  type: 'dynamiclist',
  id: LIST,
  path: LIST,
  label: 'Voci',
  components: [component],
  properties: { itemLabel: 'Voce' },
});

/** Every field named by the error summary can be reached from it, as a person would: the anchor moves the focus. */
async function goesFromSummaryToField(canvasElement: HTMLElement, path: string): Promise<void> {
  const canvas = within(canvasElement);
  await userEvent.click(canvas.getByRole('button', { name: /Continua|Continue/ }));
  const summary = await waitFor(() => {
    const box = canvasElement.querySelector<HTMLElement>('.iter-errors');
    if (box === null) throw new Error('The validator has not refused the answer');
    return box;
  });
  await waitFor(() => expect(summary).toHaveFocus());
  const [anchor] = within(summary).getAllByRole('link');
  if (anchor === undefined) throw new Error('The error summary names no field');
  await userEvent.click(anchor);
  await waitFor(() => expect(document.activeElement?.id ?? '').toContain(inputId(path)));
  // Bootstrap Italia draws boxes and radio buttons beside the input, which is itself transparent.
  await expect(document.activeElement?.closest('.iter-field, .iter-list')).toBeVisible();
}

/** What a form in a story is made of. */
export interface FormStory extends Omit<FormStageProps, 'isJudged' | 'isDocumented' | 'language'> {
  /** The path of an answer that the validator refuses; the story presses the button and goes from the summary to it. */
  readonly wrong?: string;
  readonly language?: 'en';
  readonly play?: FieldStory['play'];
}

/** A story of the real form, for components that `fieldStories` does not fit. */
export function formStory({ wrong, language, play, ...args }: FormStory): FieldStory {
  return {
    render: (given, { globals, viewMode }) => (
      <FormStage {...given} language={globals['language'] === 'en' ? 'en' : 'it'} isDocumented={viewMode === 'docs'} />
    ),
    args: { ...args, isJudged: wrong !== undefined },
    ...(wrong === undefined ? {} : { play: ({ canvasElement }) => goesFromSummaryToField(canvasElement, wrong) }),
    ...(play === undefined ? {} : { play }),
    ...(language === undefined ? {} : { globals: { language }, parameters: IN_A_FRAME }),
  };
}

/** The stories of one type of field: `export const Empty: FieldStory = states.empty` and so on. */
export function fieldStories(about: FieldStories): Readonly<Record<FieldState, FieldStory>> {
  const { filled, wrong, english = {}, host, beside = [] } = about;
  const component: FieldComponent = { id: 'shown', ...about.component };
  const { key } = component;
  const around: Answers = Object.fromEntries(beside.map((neighbour) => [neighbour.component.key, neighbour.value]));
  const story = (shown: Component, answers: Answers = {}, more: Partial<FormStory> = {}): FieldStory =>
    formStory({
      components: [...beside.map((neighbour) => neighbour.component), shown],
      answers: { ...around, ...answers },
      ...(host ? { host } : {}),
      ...more,
    });
  const known: FieldComponent = {
    ...component,
    properties: { ...component.properties, prefill: `identity.${key}`, locked: 'true' },
  };
  return {
    empty: story(component),
    filled: story(component, { [key]: filled }),
    wrong: story(component, { [key]: wrong }, { wrong: key }),
    readOnly: story(component, { [key]: filled }, { readOnly: true }),
    prefilled: story(known, { [key]: filled }, { sources: { identity: { [key]: filled } } }),
    repeated: story(repeated(component), { [LIST]: [{ [key]: filled }, {}] }),
    english: story({ ...component, translations: { en: english } }, {}, { language: 'en' }),
  };
}
