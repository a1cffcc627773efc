import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';

const schemaFile = new URL('../../../shared/standards/publiccode/publiccode-essenziale.schema.json', import.meta.url);
const publiccode: unknown = parse(readFileSync(new URL('../../publiccode.yml', import.meta.url), 'utf8'));

describe.skipIf(!existsSync(schemaFile))('publiccode.yml (skipped where the shared standards are absent)', () => {
  it('follows the required keys of publiccode 0.5', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    validate(publiccode);
    expect(validate.errors).toBeNull();
  });
});

describe('publiccode.yml', () => {
  it('names the licence and version of the package', () => {
    const { version, license } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(publiccode).toMatchObject({ softwareVersion: version, legal: { license } });
  });
});
