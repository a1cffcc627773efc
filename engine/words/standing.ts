import type { ServiceCard } from '../../forms/contract/procedures.ts';
import type { MilestoneView, OutcomeView } from '../../forms/contract/standing.ts';
import type { PartyRole } from '../core/dossier.ts';
import type { Language } from '../core/language.ts';
import { milestoneKind, outcomeKind, type MilestoneCode, type OutcomeCode } from '../core/status.ts';

/** What everybody calls the milestones. */
export const milestoneWords: Readonly<Record<Language, Readonly<Record<MilestoneCode, string>>>> = {
  it: {
    ricevuta: 'Ricevuta',
    'in-verifica': 'In verifica',
    'attesa-integrazioni': 'In attesa di integrazioni',
    'attesa-altri': 'In attesa di altri',
    'in-decisione': 'In decisione',
    conclusa: 'Conclusa',
  },
  en: {
    ricevuta: 'Received',
    'in-verifica': 'Being checked',
    'attesa-integrazioni': 'Waiting for more information',
    'attesa-altri': 'Waiting for others',
    'in-decisione': 'Being decided',
    conclusa: 'Closed',
  },
};

/** What everybody calls the outcomes. */
export const outcomeWords: Readonly<Record<Language, Readonly<Record<OutcomeCode, string>>>> = {
  it: {
    irricevibile: 'Irricevibile',
    improcedibile: 'Improcedibile',
    archiviata: 'Archiviata',
    ritirata: 'Ritirata',
    accolta: 'Accolta',
    'accolta-parzialmente': 'Accolta in parte',
    differita: 'Accesso differito',
    'accolta-per-silenzio': 'Accolta per silenzio',
    diniego: 'Respinta',
    'diniego-tacito': 'Respinta per silenzio',
    revocata: 'Revocata',
  },
  en: {
    irricevibile: 'Not admissible',
    improcedibile: 'Cannot proceed',
    archiviata: 'Filed without a decision',
    ritirata: 'Withdrawn',
    accolta: 'Granted',
    'accolta-parzialmente': 'Granted in part',
    differita: 'Access deferred',
    'accolta-per-silenzio': 'Granted by silence',
    diniego: 'Refused',
    'diniego-tacito': 'Refused by silence',
    revocata: 'Revoked',
  },
};

/** The words of a card for outcomes and milestones. */
export type StandingCard = Pick<ServiceCard, 'outcomes' | 'milestones' | 'translations'>;

const wordIn = (words: Readonly<Record<string, string>> = {}, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined;

/** An outcome as its readers see it; the code itself stands for an unknown one. */
export function outcomeView(code: string, card: StandingCard): OutcomeView {
  const english = wordIn(outcomeWords.en, code) ?? wordIn(card.translations?.en?.outcomes, code);
  return {
    code,
    label: wordIn(outcomeWords.it, code) ?? card.outcomes?.[code]?.label ?? code,
    ...(english !== undefined && { labelInEnglish: english }),
    kind: outcomeKind(code, card),
  };
}

/** A milestone as its readers see it; the code itself stands for an unknown one. */
export function milestoneView(code: string, card: StandingCard): MilestoneView {
  const english = wordIn(milestoneWords.en, code) ?? wordIn(card.translations?.en?.milestones, code);
  return {
    code,
    label: wordIn(milestoneWords.it, code) ?? card.milestones?.[code]?.label ?? code,
    ...(english !== undefined && { labelInEnglish: english }),
    kind: milestoneKind(code, card),
  };
}

/** What the parties of a dossier are called, by their role. */
export const partyWords: Readonly<Record<Language, Readonly<Record<PartyRole, string>>>> = {
  it: { applicant: 'Richiedente', 'third-parties': 'Controinteressati' },
  en: { applicant: 'Applicant', 'third-parties': 'Third parties concerned' },
};
