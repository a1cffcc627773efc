/**
 * The kinds of party that may apply, and as what whoever sends the application acts for them. The card of a procedure
 * lists those that it admits (`applicant.kinds`); a new kind is a line here and its words in `forms/text`.
 *
 * `as`: the representation, absent for who applies for themself. `principal`: who is asked for as the one applied for;
 * `either` is a person, or a company where the card admits one.
 */
export const partyKinds = {
  person: {},
  company: { as: 'representative', principal: 'company' },
  'public-body': { as: 'representative', principal: 'company' },
  delegate: { as: 'delegate', principal: 'either' },
  professional: { as: 'professional', principal: 'either' },
} as const satisfies Readonly<Record<string, KindOfParty>>;

interface KindOfParty {
  readonly as?: Representation;
  readonly principal?: 'company' | 'either';
}

/** As what somebody acts for a party: who represents a company by law, who was given a mandate, a professional. */
export const representations = ['representative', 'delegate', 'professional'] as const;

/** One of them. */
export type Representation = (typeof representations)[number];

/** What a mandate may give: to send the application, to act in the dossier afterwards, to be written to. */
export const mandateActs = ['present', 'follow', 'notices'] as const;

/** One of them. */
export type MandateAct = (typeof mandateActs)[number];

/** The code of a kind of party. */
export type PartyKind = keyof typeof partyKinds;

/** Whether a text is the code of a kind. */
export const isPartyKind = (code: string): code is PartyKind => Object.hasOwn(partyKinds, code);

/** The codes, in the order in which they are offered. */
export const partyKindCodes = Object.keys(partyKinds).filter(isPartyKind);

/** What a kind says. */
export const partyKind = (code: PartyKind): KindOfParty => partyKinds[code];

/** The kinds that a card admits, in the order of the list; without a list everybody applies for themself. */
export const kindsAdmitted = (applicant: { readonly kinds: readonly PartyKind[] } | undefined): readonly PartyKind[] =>
  applicant === undefined ? ['person'] : partyKindCodes.filter((code) => applicant.kinds.includes(code));

/** Whether kinds let somebody apply for a company or body. */
export const admitCompanies = (kinds: readonly PartyKind[]): boolean =>
  kinds.some((code) => partyKind(code).principal === 'company');
