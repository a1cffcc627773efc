import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { formStory, type FieldStory } from '../fields/stories.tsx';
import type { FieldComponent } from '../schema/document.ts';
import { WithChoices } from './WithChoices.tsx';

const meta = { title: 'Kit/WithChoices', component: WithChoices } satisfies Meta<typeof WithChoices>;
export default meta;

const office: FieldComponent = {
  type: 'select',
  id: 'shown',
  key: 'ufficio',
  label: 'Ufficio',
  properties: { choicesFrom: 'api:offices' },
};

/** The choices come from outside the form. */
export const Ready: FieldStory = formStory({ components: [office] });

/** They cannot be had: the field says so and offers another try. */
export const Failed: FieldStory = formStory({
  components: [office],
  host: { lookups: { bodies: () => Promise.resolve([]), choices: () => Promise.reject(new Error('no answer')) } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: /Riprova/i })).toBeVisible();
  },
});
