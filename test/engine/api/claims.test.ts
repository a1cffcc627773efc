import { describe, expect, it } from 'vitest';
import { claimPrefix, levelOf, readIdentity } from '../../../engine/connect/identity/claims.ts';

const claims = { iss: 'https://idp.example', sub: 'abc', given_name: 'Giulia', family_name: 'Bianchi' };

describe('the claims of SPID and CIE', () => {
  it.each<[string | undefined, string | undefined, string]>([
    ['TINIT-BNCGLI85D50A944D', 'BNCGLI85D50A944D', 'an Italian code'],
    ['tinit-bncgli85d50a944d', 'BNCGLI85D50A944D', 'in small letters'],
    ['BNCGLI85D50A944D', 'BNCGLI85D50A944D', 'without the prefix'],
    ['TINFR-1234567890123', undefined, 'of another State'],
    ['TINIT-01234567897', '01234567897', 'provisional, of eleven digits'],
    ['TINIT-BNCGLI85D50A944D\u200b', 'BNCGLI85D50A944D', 'with something unseen behind it'],
    ['TINFR-12345678901', undefined, 'of another State, of sixteen characters with its prefix'],
    ['TINIT-123', undefined, 'too short'],
    [undefined, undefined, 'absent, as through the eIDAS node'],
  ])('read %s as %s: %s', (given, expected) => {
    const identity = readIdentity({ ...claims, [`${claimPrefix}fiscal_number`]: given }, 2);
    expect(identity.fiscalCode).toBe(expected);
    expect(identity).toMatchObject({ issuer: 'https://idp.example', subject: 'abc', level: 2 });
  });

  it.each([
    [true, true],
    ['true', true],
    [false, undefined],
    ['false', undefined],
    ['sì', undefined],
    [undefined, undefined],
  ])('vouch for an address with %s: %s', (email_verified, expected) => {
    const given = { ...claims, email: 'giulia@example.org', email_verified };
    expect(readIdentity(given, 2).emailVerified).toBe(expected);
    expect(readIdentity({ ...claims, email_verified }, 2).emailVerified).toBeUndefined();
  });

  it('refuse an identity without a name', () => {
    expect(() => readIdentity({ iss: 'x', sub: 'y' }, 2)).toThrow();
    expect(() => readIdentity({ ...claims, given_name: '-', family_name: '\u200b' }, 2)).toThrow();
  });

  it.each([
    [
      { given_name: 'Aino', family_name: undefined },
      { givenName: 'Aino', familyName: '' },
    ],
    [
      { given_name: '-', family_name: 'Aino' },
      { givenName: '', familyName: 'Aino' },
    ],
  ])('let in whom %j is all the name', (given, expected) => {
    expect(readIdentity({ ...claims, ...given }, 2)).toMatchObject(expected);
  });

  it('lose what cannot be seen and turns the direction', () => {
    const given = { given_name: 'Giulia\u200b', family_name: '\u202eihcnaiB', email: 'giulia@example.org\u202c' };
    expect(readIdentity({ ...claims, ...given }, 2)).toMatchObject({
      givenName: 'Giulia',
      familyName: 'ihcnaiB',
      email: 'giulia@example.org',
    });
  });

  it.each([
    ['https://www.spid.gov.it/SpidL1', 1],
    ['https://www.spid.gov.it/SpidL2', 2],
    ['https://www.spid.gov.it/SpidL3', 3],
    ['urn:other', undefined],
    [undefined, undefined],
  ])('tell the level of %s', (acr, level) => {
    expect(levelOf(acr)).toBe(level);
  });
});
