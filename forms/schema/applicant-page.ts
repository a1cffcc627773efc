import { applying as en } from '../text/en/applying.ts';
import { applying as it } from '../text/it/applying.ts';
import type { Choice, FieldComponent, FormDocument, GroupComponent, Translation } from './document.ts';
import { admitCompanies, partyKind, type PartyKind } from './party-kinds.ts';

/*
 * The first page of an application: for whom it is made. It is not drawn: it follows from the kinds of party that the
 * card admits. Its answers are variables like any other, under names that no other field of the form may have.
 */

/** The names of its answers. */
export const applicantKeys = {
  /** The kind of party: `person`, `company` … */
  appliesAs: 'appliesAs',
  /** Whether a delegate acts for a `person` or a `company`. */
  representedIs: 'representedIs',
  /** The person applied for: familyName, givenName, fiscalCode, email. */
  represented: 'represented',
  /** The company or body applied for: name, vatNumber, fiscalCode, seat, certifiedMail. */
  company: 'company',
  /** The files that show the mandate. */
  mandate: 'mandate',
  /** What it gives besides sending the application: `follow`, `notices`. */
  mandateActs: 'mandateActs',
  /** Its last day. */
  mandateUntil: 'mandateUntil',
} as const;

/** The id of the page. */
const PAGE = 'chi-presenta';

/**
 * A form of an application with the page before its own; the form itself where everybody applies for themself.
 */
export function withApplicantPage(form: FormDocument, kinds: readonly PartyKind[]): FormDocument {
  if (kinds.every((kind) => kind === 'person')) return form;
  return { ...form, components: [applicantPage(kinds), ...form.components] };
}

function applicantPage(kinds: readonly PartyKind[]): GroupComponent {
  const through = kinds.filter((kind) => partyKind(kind).principal === 'either');
  const mayBeEither = through.length > 0 && admitCompanies(kinds);
  return {
    type: 'group',
    id: PAGE,
    ...inWords({ label: it.page }, { label: en.page }),
    components: [
      question(kinds),
      ...(mayBeEither ? [principalIs(through)] : []),
      ...(through.length > 0 ? [represented(through, mayBeEither)] : []),
      ...(admitCompanies(kinds) ? [company(kinds, through)] : []),
      ...(through.length > 0 ? [mandate(through), acts(through), mandateUntil(through)] : []),
    ],
  };
}

function question(kinds: readonly PartyKind[]): FieldComponent {
  return {
    type: 'radio',
    key: applicantKeys.appliesAs,
    validate: { required: true },
    ...(kinds[0] === undefined ? {} : { defaultValue: kinds[0] }),
    values: kinds.map((value) => choice(value, it.kinds[value])),
    ...inWords(
      { label: it.question },
      { label: en.question, values: Object.fromEntries(kinds.map((kind) => [kind, said(en.kinds[kind])])) },
    ),
  };
}

const principalIs = (through: readonly PartyKind[]): FieldComponent => ({
  type: 'radio',
  key: applicantKeys.representedIs,
  conditional: { hide: `= not(${isOneOf(through)})` },
  validate: { required: true },
  defaultValue: 'person',
  values: Object.entries(it.principals).map(([value, label]) => ({ value, label })),
  ...inWords({ label: it.principalIs }, { label: en.principalIs, values: en.principals }),
});

const represented = (through: readonly PartyKind[], mayBeEither: boolean): FieldComponent => ({
  type: 'textfield',
  key: applicantKeys.represented,
  conditional: { hide: `= not(${isOneOf(through)})${mayBeEither ? ' or representedIs = "company"' : ''}` },
  properties: { type: 'person', parts: 'givenName, familyName, fiscalCode?, email?' },
  validate: { required: true },
  ...inWords({ label: it.represented }, { label: en.represented }),
});

const HAS_A_CODE =
  '= not((company.vatNumber = null or company.vatNumber = "") and (company.fiscalCode = null or company.fiscalCode = ""))';

function company(kinds: readonly PartyKind[], through: readonly PartyKind[]): FieldComponent {
  const asCompany = isOneOf(kinds.filter((kind) => partyKind(kind).principal === 'company'));
  const asEither = through.length === 0 ? '' : ` or (${isOneOf(through)} and representedIs = "company")`;
  return {
    type: 'textfield',
    key: applicantKeys.company,
    conditional: { hide: `= not(${asCompany}${asEither})` },
    properties: { type: 'company', parts: 'name, vatNumber?, fiscalCode?, seat, certifiedMail?' },
    validate: {
      required: true,
      rules: [{ expression: HAS_A_CODE, message: it.companyCode, messages: { en: en.companyCode } }],
    },
    ...inWords({ label: it.company, description: it.companyHint }, { label: en.company, description: en.companyHint }),
  };
}

const mandate = (through: readonly PartyKind[]): FieldComponent => ({
  type: 'filepicker',
  key: applicantKeys.mandate,
  conditional: { hide: `= not(${isOneOf(through)})` },
  properties: { maxSizeMb: '10' },
  validate: { required: true },
  accept: '.pdf,.p7m,.jpg,.png',
  multiple: true,
  ...inWords({ label: it.mandate, description: it.mandateHint }, { label: en.mandate, description: en.mandateHint }),
});

// Whom nobody writes to through their delegate has to have an address.
const NOTICES_ARRIVE =
  '= list contains(if mandateActs = null then [] else mandateActs, "notices") or represented.email != null or company.certifiedMail != null';

const acts = (through: readonly PartyKind[]): FieldComponent => ({
  type: 'checklist',
  key: applicantKeys.mandateActs,
  conditional: { hide: `= not(${isOneOf(through)})` },
  defaultValue: Object.keys(it.acts),
  values: Object.entries(it.acts).map(([value, label]) => ({ value, label })),
  validate: { rules: [{ expression: NOTICES_ARRIVE, message: it.noticesTo, messages: { en: en.noticesTo } }] },
  ...inWords({ label: it.mandateActs }, { label: en.mandateActs, values: en.acts }),
});

const mandateUntil = (through: readonly PartyKind[]): FieldComponent => ({
  type: 'datetime',
  key: applicantKeys.mandateUntil,
  subtype: 'date',
  conditional: { hide: `= not(${isOneOf(through)})` },
  properties: { notBefore: 'today' },
  ...inWords(
    { label: it.mandateUntil, description: it.mandateUntilHint },
    { label: en.mandateUntil, description: en.mandateUntilHint },
  ),
});

/** FEEL that is true of an application by one of the kinds. */
const isOneOf = (kinds: readonly PartyKind[]): string =>
  `list contains([${kinds.map((kind) => `"${kind}"`).join(', ')}], ${applicantKeys.appliesAs})`;

const inWords = <Words extends Translation>(italian: Words, english: Translation) => ({
  ...italian,
  translations: { en: english },
});

const choice = (value: string, words: Words): Choice => ({ value, ...said(words) });

interface Words {
  readonly label: string;
  readonly description: string;
}

const said = ({ label, description }: Words) => ({ label, ...(description === '' ? {} : { description }) });
