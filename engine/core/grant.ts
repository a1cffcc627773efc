/** Why something is refused; `words/problems` says it to people. */
export type DenialReason =
  | 'wrong-audience'
  | 'level-too-low'
  | 'not-a-party'
  | 'mandate-ended'
  | 'mandate-not-to-follow'
  | 'not-of-the-office'
  | 'for-another'
  | 'not-addressed'
  | 'not-an-analyst'
  | 'not-a-manager'
  | 'not-an-administrator'
  | 'system-only'
  | 'dossier-closed'
  | 'claimed-by-another'
  | 'is-a-party'
  | 'has-conflict'
  | 'not-claimed'
  | 'service-suspended'
  | 'not-by-application';

/** The answer to *may they?* */
export type Grant = { readonly granted: true } | { readonly granted: false; readonly reason: DenialReason };

/** The answer yes. */
export const granted: Grant = { granted: true };

/** The answer no. */
export const refused = (reason: DenialReason): Grant => ({ granted: false, reason });

/** Whether it is refused for want of a mandate: who acted for a party knows of it, and is told why. */
export const isOfMandate = (reason: DenialReason | undefined): boolean =>
  reason === 'mandate-ended' || reason === 'mandate-not-to-follow';
