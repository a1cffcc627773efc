import type { Meta } from '@storybook/react-vite';
import { FormStage } from '../../kit/stage.tsx';
import type { FieldStory } from '../stories.tsx';
import { ExpressionField } from './Field.tsx';

export default { title: 'Campi/Valore calcolato', component: ExpressionField } satisfies Meta;

const story = (answers: Readonly<Record<string, number>>): FieldStory => ({
  render: (args) => <FormStage {...args} />,
  args: {
    components: [
      { type: 'number', key: 'larghezza', label: 'Larghezza', appearance: { suffixAdorner: 'm' } },
      { type: 'number', key: 'lunghezza', label: 'Lunghezza', appearance: { suffixAdorner: 'm' } },
      {
        type: 'expression',
        key: 'superficie',
        label: 'Superficie in metri quadrati',
        description: 'Larghezza per lunghezza',
        expression: '= larghezza * lunghezza',
      },
    ],
    answers,
  },
});

export const Empty: FieldStory = story({});
export const Filled: FieldStory = story({ larghezza: 4, lunghezza: 2.5 });
