import { expect, it } from 'vitest';
import { choiceLabels } from '../../../forms/kit/use-choice-labels.ts';
import { summarise } from '../../../forms/schema/summary.ts';
import { aField, aForm, aList } from '../schema/a-form.ts';

const lists: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>> = {
  'vocabulary:regions': [{ value: '08', label: 'Emilia-Romagna' }],
};
const load = (source: string) => {
  const list = lists[source];
  return list ? Promise.resolve(list) : Promise.reject(new RangeError(source));
};

it('a summary has the labels of lists outside the form', async () => {
  const from = (choicesFrom: string) => ({ choicesFrom });
  const form = aForm(
    aField({ key: 'regione', type: 'select', properties: from('vocabulary:regions') }),
    aField({ key: 'ufficio', type: 'radio', properties: from('api:offices') }),
    aList('altre', [aField({ key: 'regioni', type: 'checklist', properties: from('vocabulary:regions') })]),
  );
  const labels = await choiceLabels(['vocabulary:regions', 'api:offices'], load);
  const answers = { regione: '08', ufficio: 'urp', altre: [{ regioni: ['08'] }] };
  const [page] = summarise(form, answers, { choiceLabels: labels });
  expect(page?.rows.map(({ text }) => text)).toEqual(['Emilia-Romagna', 'urp', 'Emilia-Romagna']);
});
