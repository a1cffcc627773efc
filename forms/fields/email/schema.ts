import { oneLine } from '../../schema/clean.ts';
import type { FieldComponent, Json } from '../../schema/document.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';
import { meantDomain } from './slips.ts';

/** The longest address that mail can carry: RFC 5321, 4.5.3.1.3 less the angle brackets. */
const LONGEST_ADDRESS = 254;

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

/** A name before the address in angle brackets, as mail programs copy it: `Ada Prova <ada@esempio.it>`. */
const NAMED = /^[^<>]*<([^<>]*)>$/;

/**
 * The address in a text that was pasted with what surrounds it: `mailto:`, `e-mail:`, a name, a full stop at the end.
 */
const addressIn = (text: string): string =>
  oneLine(text)
    .replace(/[\s,;.]+$/, '')
    .replace(NAMED, '$1')
    .replace(/^\s*(?:mailto|e-?mail|pec)\s*:\s*/i, '')
    .replace(/\?(?:subject|body|cc|bcc)=.*$/i, '')
    .trim();

/** A domain in lower case, with letters such as `à` as Punycode (RFC 5891); as it stands when it is none. */
function asciiDomain(domain: string): string {
  const address = `http://${domain}`;
  const isName = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && !DOMAIN.test(domain);
  return isName && URL.canParse(address) ? new URL(address).hostname : domain.toLowerCase();
}

/** Both sides of an address, the domain in the form that mail uses. */
function sidesOf(text: string): readonly [local: string, domain: string] {
  const address = addressIn(text);
  const at = address.lastIndexOf('@');
  return [address.slice(0, Math.max(at, 0)), asciiDomain(address.slice(at + 1))];
}

const isAddress = (local: string, domain: string): boolean =>
  local.length <= 64 && LOCAL.test(local) && DOMAIN.test(domain);

/** The address in what somebody wrote or pasted, in the form that mail uses; undefined when it is none. */
export function addressWritten(text: string): string | undefined {
  const [local, domain] = sidesOf(text);
  const address = `${local}@${domain}`;
  return isAddress(local, domain) && address.length <= LONGEST_ADDRESS ? address : undefined;
}

function readEmail(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const [local, domain] = sidesOf(value);
  return isAddress(local, domain)
    ? readText(`${local}@${domain}`, component, LONGEST_ADDRESS)
    : refuse('email.unreadable', { given: oneLine(value).slice(0, 80) });
}

/**
 * The address that was probably meant where the domain looks like a slip (`gmial.com`); for a hint, never for refusing.
 */
export function meantAddress(text: string): string | undefined {
  const [local, domain] = sidesOf(text);
  const meant = isAddress(local, domain) ? meantDomain(domain) : undefined;
  return meant && `${local}@${meant}`;
}

/**
 * An e-mail or certified mail (PEC) address, the domain in lower case and in ASCII; quoted local parts are not
 * accepted. What is pasted with it goes: `mailto:`, the name before angle brackets.
 */
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
