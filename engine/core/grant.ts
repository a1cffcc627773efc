/** Why something is refused; `words/problems` says it to people. */
export type DenialReason =
  | 'wrong-audience'
  | 'level-too-low'
  | 'not-a-party'
  | 'mandate-ended'
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
  | 'not-claimed'
  | 'service-suspended'
  | 'not-by-application';

/** The answer to *may they?* */
export type Grant = { readonly granted: true } | { readonly granted: false; readonly reason: DenialReason };

/** The answer yes. */
export const granted: Grant = { granted: true };

/** The answer no. */
export const refused = (reason: DenialReason): Grant => ({ granted: false, reason });
