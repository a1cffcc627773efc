import type { Meta } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { formStory, type FieldStory } from '../stories.tsx';
import type { GroupComponent } from '../../schema/document.ts';
import { Group } from './Field.tsx';

export default { title: 'Campi/Gruppo', component: Group } satisfies Meta;

const contact: GroupComponent = {
  type: 'group',
  id: 'recapiti',
  label: 'Recapiti',
  description: 'Li usiamo solo per questa pratica',
  translations: { en: { label: 'Contacts', description: 'We use them for this dossier only' } },
  components: [
    {
      type: 'textfield',
      id: 'email',
      key: 'email',
      label: 'Posta elettronica',
      validate: { required: true },
      properties: { type: 'email', autocomplete: 'email' },
      translations: { en: { label: 'E-mail' } },
    },
    {
      type: 'textfield',
      id: 'telefono',
      key: 'telefono',
      label: 'Telefono',
      properties: { type: 'telephone', autocomplete: 'tel' },
      translations: { en: { label: 'Telephone' } },
    },
  ],
};

/** Inside a page; at the top of a document a group is itself a page. */
const page: GroupComponent = { type: 'group', id: 'pagina', label: 'Chi fa la richiesta', components: [contact] };
const answers = { email: 'maria.rossi@esempio.it', telefono: '+390512193111' };

export const Empty: FieldStory = formStory({ components: [page] });
export const Filled: FieldStory = formStory({ components: [page], answers });
export const Wrong: FieldStory = formStory({ components: [page], answers: { email: 'maria' }, wrong: 'email' });
export const ReadOnly: FieldStory = formStory({ components: [page], answers, readOnly: true });
export const English: FieldStory = formStory({ components: [page], language: 'en' });

/** Several groups at the top of a document, shown below one another. */
export const Pages: FieldStory = formStory({
  components: [
    { ...contact, id: 'pagina-uno' },
    { ...page, id: 'pagina-due' },
  ],
});

/** The group is shown, and its answers count, only while its condition does not hide it. */
export const Hidden: FieldStory = formStory({
  components: [
    { type: 'checkbox', id: 'estraneo', key: 'estraneo', label: 'Scrivo per conto di un’altra persona' },
    {
      type: 'group',
      id: 'delegante',
      label: 'Chi rappresenti',
      conditional: { hide: '= estraneo != true' },
      components: [
        { type: 'textfield', id: 'nome', key: 'nome', label: 'Nome e cognome', validate: { required: true } },
      ],
    },
  ],
  play: async ({ canvas }) => {
    await expect(canvas.queryByLabelText('Nome e cognome')).toBeNull();
    await userEvent.click(canvas.getByRole('checkbox'));
    await expect(await canvas.findByLabelText('Nome e cognome')).toBeVisible();
  },
});
