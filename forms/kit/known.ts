import type { FieldComponent } from '../schema/document.ts';
import { originOfSource, type Reasons } from '../schema/origins.ts';
import type { KnownAnswer } from '../schema/prefill.ts';
import { formatDate } from '../text/format.ts';
import { t, textIfAny } from '../text/text.ts';

/** A known answer, with the day it is known from where there is one. */
export type KnownField = KnownAnswer & { readonly on?: string | undefined };

/** What a form on the screen is told of answers that the administration knows already (L. 241/1990, art. 18). */
export interface KnownProps {
  readonly known?: readonly KnownField[];
  /** Fields whose sources have no answer today: what is written there is a declaration. */
  readonly declared?: readonly { readonly key: string }[];
  /** Why the person corrects what is known, by key. */
  readonly reasons?: Reasons;
  /** Told the reason as it is written, and undefined when the known answer is taken back. */
  readonly onReason?: (key: string, reason: string | undefined) => void;
}

const registryName = (origin: string): string => {
  const name = origin.slice('registry:'.length);
  return textIfAny(`kit.registries.${name}`) ?? name;
};

/** An origin in words, for the person themself or for who reads what they sent; `on` is the day it is known from. */
export function originText(
  origin: string,
  on: string | undefined,
  reader: 'applicant' | 'office' = 'applicant',
): string {
  if (origin === 'identity') return t('kit.origin.identity');
  if (origin === 'computed') return t('kit.origin.computed');
  if (origin === 'declared') return t('kit.origin.answered');
  const from = origin.startsWith('registry:') ? 'registry' : reader === 'applicant' ? 'dossier' : 'ofApplicant';
  const name = from === 'registry' ? registryName(origin) : '';
  return on === undefined
    ? t(`kit.origin.undated.${from}`, { name })
    : t(`kit.origin.${from}`, { name, date: formatDate(on) });
}

/** One or two sentences on where a known answer comes from and what the person may do about it. */
export function originNote({ source, may, on }: KnownField): string {
  const from = originText(originOfSource(source), on);
  if (may === 'correct') return from;
  return `${from} ${may === 'read' ? t('kit.origin.fixed') : t('kit.origin.free')}`;
}

/** The name by which a person knows a field. */
export const nameOf = ({ label, key }: FieldComponent): string => label ?? key;
