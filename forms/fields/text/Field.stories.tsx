import type { Meta } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { TextComponent } from '../../schema/document.ts';
import { formStory, type FieldStory } from '../stories.tsx';
import { Notice } from './Field.tsx';

export default { title: 'Campi/Testo e avviso', component: Notice } satisfies Meta;

const TEXT = `# Prima di cominciare

Tieni a portata di mano il **titolo edilizio** e la *planimetria*.

- Se non li hai, [chiedi una copia](https://www.esempio.it/copia)
- La richiesta costa 16 euro di bollo`;

const notice = (tone?: string): TextComponent => ({
  type: 'text',
  id: `testo-${tone ?? 'semplice'}`,
  text: TEXT,
  translations: {
    en: {
      text: '# Before you start\n\nHave the **building title** and the *floor plan* at hand.\n\n- A copy costs 16 euro',
    },
  },
  ...(tone === undefined ? {} : { properties: { tone } }),
});

export const Plain: FieldStory = formStory({ components: [notice()] });
export const Info: FieldStory = formStory({ components: [notice('info')] });
export const Warning: FieldStory = formStory({ components: [notice('warning')] });
export const Success: FieldStory = formStory({ components: [notice('success')] });
export const Danger: FieldStory = formStory({ components: [notice('danger')] });
export const English: FieldStory = formStory({ components: [notice('info')], language: 'en' });

/** A text may name the answers: what stands between `{{` and `}}` is FEEL. */
export const WithAnswers: FieldStory = formStory({
  components: [{ type: 'text', id: 'saluto', text: 'Gentile **{{ nome }}**, ti restano {{ giorni - 3 }} giorni.' }],
  context: { nome: 'Maria Rossi', giorni: 30 },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Maria Rossi')).toBeVisible();
    await expect(canvas.getByText(/ti restano 27 giorni/)).toBeVisible();
  },
});
