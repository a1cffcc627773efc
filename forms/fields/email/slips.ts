/**
 * Slips in the domain of a mailbox: `gmial.com`, `libero.ti`. Only mailboxes that very many people have are compared,
 * and what is found is shown as a hint: the address may be right all the same.
 */

/** Providers of mailboxes in Italy; each with its one right domain, or several. */
const USUAL: readonly string[] = [
  ...['gmail.com', 'libero.it', 'hotmail.it', 'hotmail.com', 'outlook.it', 'outlook.com', 'yahoo.it', 'yahoo.com'],
  ...['icloud.com', 'virgilio.it', 'tiscali.it', 'fastwebnet.it', 'inwind.it', 'alice.it', 'legalmail.it'],
  ...['arubapec.it', 'postecert.it', 'poste-certificate.it'],
];

/** Right domains that are one letter away from one of those above. */
const OTHERS: ReadonlySet<string> = new Set(['mail.com', 'ymail.com']);

/** Domains that people end wrongly: there is no mailbox under another ending. */
const ONE_ENDING: ReadonlyMap<string, string> = new Map(
  ['gmail.com', 'libero.it', 'icloud.com', 'virgilio.it'].map((domain) => [domain.replace(/\..*/, ''), domain]),
);

/** True when one letter too many, too few or wrong, or two exchanged, make one text out of the other. */
function isOneSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const isSwapped = left.length === 2 && [...left].reverse().join('') === right;
  return one !== other && (isSwapped || (left.length <= 1 && right.length <= 1));
}

/** The domain that was probably meant; undefined for any that may well be right. */
export function meantDomain(domain: string): string | undefined {
  const written = domain.toLowerCase();
  if (USUAL.includes(written)) return undefined;
  const [name = '', ...ending] = written.split('.');
  const other = ending.length === 1 ? ONE_ENDING.get(name) : undefined;
  return other ?? (OTHERS.has(written) ? undefined : USUAL.find((usual) => isOneSlip(written, usual)));
}
