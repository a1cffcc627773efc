import { email } from '../email/schema.ts';
import type { FieldSchema, Reading } from '../types.ts';

/** The reading of an e-mail address, with the complaint about its shape in words of its own. */
function ofCertifiedMail(reading: Reading): Reading {
  if ('value' in reading || reading.complaint.code !== 'email.unreadable') return reading;
  return { complaint: { ...reading.complaint, code: 'certified-mail.unreadable' } };
}

/**
 * A certified mail (PEC) address, the domain in lower case. Whether a mailbox is certified cannot be told from its
 * address: D.P.R. 68/2005 asks for no domain of its own.
 */
export const certifiedMail: FieldSchema = {
  ...email,
  type: 'certified-mail',
  read: (value, component, context) => ofCertifiedMail(email.read(value, component, context)),
};
