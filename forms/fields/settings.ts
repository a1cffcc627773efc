import type { Choice } from '../schema/document.ts';
import type { Setting } from './editor-types.ts';

/** Settings that several types share, written once. */

type Asked = Omit<Setting['field'], 'type' | 'label' | 'description'>;

const setting =
  (type: string, asked: Asked = {}) =>
  (at: string, name: string): Setting => ({ at, field: { type, label: `settings.${name}`, ...asked } });

/** The setting with the explanation that stands beside its label, under `designer.settings.<name>Hint`. */
export const explained = ({ at, field }: Setting): Setting => ({
  at,
  field: { ...field, description: `${field.label ?? ''}Hint` },
});

/** A setting that counts: a whole number from zero on; `name` is its text key below `designer.settings`. */
export const count = setting('number', { decimalDigits: 0, validate: { min: 0 } });

/** A setting that is any number. */
export const number = setting('number');

/** A setting that is a line of text. */
export const line = setting('textfield');

/** A setting that is a text of many lines. */
export const longText = setting('textarea');

/** A setting that is on or off. */
export const flag = setting('checkbox');

/** What a new field with choices starts with; the analyst renames them. */
export const freshChoices: readonly Choice[] = [
  { value: 'uno', label: 'Prima voce' },
  { value: 'due', label: 'Seconda voce' },
];

/** A setting that is one of a few values; the labels stand under `designer.options.<name>`. */
export const oneOf = (at: string, name: string, values: Readonly<Record<string, string>>): Setting => ({
  at,
  field: { type: 'select', label: `settings.${name}`, values: choices(name, values) },
});

const choices = (name: string, values: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(values).map(([value, key]) => ({ value, label: `options.${name}.${key}` }));

/** How many characters a text may have. */
export const lengths: readonly Setting[] = [
  count('validate.minLength', 'minLength'),
  count('validate.maxLength', 'maxLength'),
];

/** A shape that the text must have, and the sentence when it has another. */
export const shape: readonly Setting[] = [
  explained(line('validate.pattern', 'pattern')),
  explained(line('validate.patternErrorMessage', 'patternMessage')),
];

/** What stands before and after the value. */
export const adorners: readonly Setting[] = [
  line('appearance.prefixAdorner', 'prefix'),
  explained(line('appearance.suffixAdorner', 'suffix')),
];

/** What the browser may fill in: tokens of HTML's `autocomplete` for data about the person who writes (WCAG 1.3.5). */
export const autocomplete: Setting = {
  at: 'properties.autocomplete',
  field: {
    type: 'select',
    label: 'settings.autocomplete',
    description: 'settings.autocompleteHint',
    values: choices('autocomplete', {
      name: 'name',
      'given-name': 'givenName',
      'family-name': 'familyName',
      email: 'email',
      tel: 'tel',
      'street-address': 'streetAddress',
      'postal-code': 'postalCode',
      organization: 'organization',
      url: 'url',
    }),
  },
};

/** A list outside the form in place of the choices written into it. */
export const outsideList: Setting = explained(
  oneOf('properties.choicesFrom', 'choicesFrom', {
    'vocabulary:authentication-type': 'authenticationType',
    'vocabulary:business-event': 'businessEvent',
    'vocabulary:channel': 'channel',
    'vocabulary:government-documents-types': 'documentTypes',
    'vocabulary:interactivity-level': 'interactivityLevel',
    'vocabulary:legal-status': 'legalStatus',
    'vocabulary:licences': 'licences',
    'vocabulary:life-event': 'lifeEvent',
    'vocabulary:municipal-notice-board': 'noticeBoard',
    'vocabulary:provinces': 'provinces',
    'vocabulary:public-services-subject-matters': 'subjectMatters',
    'vocabulary:regions': 'regions',
    'vocabulary:service-input-output': 'inputOutput',
    'vocabulary:theme-subtheme': 'themes',
    'api:bodies': 'apiBodies',
    'api:municipalities': 'apiMunicipalities',
    'api:provinces': 'apiProvinces',
    'api:offices': 'apiOffices',
  }),
);
