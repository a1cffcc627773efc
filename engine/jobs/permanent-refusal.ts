/**
 * What a mail server said when it refused a mail for good: the envelope or the message itself, with an answer of the
 * 500s (RFC 5321, section 4.2.1) or before it was even asked. Undefined for what may go well another time: a server
 * that does not answer, a full mailbox, a wrong password in our configuration.
 */
export function permanentRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code !== 'EENVELOPE' && error.code !== 'EMESSAGE') return undefined;
  const answer = 'responseCode' in error ? error.responseCode : undefined;
  if (typeof answer === 'number' && answer < 500) return undefined;
  return 'response' in error && typeof error.response === 'string' ? error.response : error.message;
}
