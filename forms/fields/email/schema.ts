import type { FieldComponent, Json } from '../../schema/document.ts';
import { isBlank, oneLine, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

/** The longest address that mail can carry: RFC 5321, 4.5.3.1.3 less the angle brackets. */
const LONGEST_ADDRESS = 254;

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

function readEmail(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const address = oneLine(value);
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
  if (local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) {
    return refuse('email.unreadable', { given: address.slice(0, 80) });
  }
  return readText(`${local}@${domain.toLowerCase()}`, component, LONGEST_ADDRESS);
}

/** An e-mail or certified mail (PEC) address, the domain in lower case; quoted local parts are not accepted. */
export const email: FieldSchema = {
  type: 'email',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 15,
  isEmpty: isBlank,
  read: readEmail,
  print: printText,
  jsonSchema: (component) => ({ format: 'email', ...textSchema(component, LONGEST_ADDRESS) }),
};
