import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isElevenDigitCode, personCodeFault } from '../../../forms/fields/fiscal-code/control.ts';
import { fiscalCode } from '../../../forms/fields/fiscal-code/schema.ts';
import { aField } from '../schema/a-form.ts';

const read = (value: string) => fiscalCode.read(value, aField(), { today: '2026-11-23' });

describe('a fiscal code', () => {
  it.each([
    ['PRVDAA85D43A944G', undefined],
    ['PRVDAAURDQPAVQQV', undefined],
    ['PRVDAA85D43A944A', 'control-character'],
    ['PRVDAA85D43A944', 'shape'],
    ['PRVDAA85F43A944M', 'shape'],
    ['PRVDAA85D00A944W', 'birth-date'],
    ['PRVDAA85D32A944D', 'birth-date'],
    ['PRVDAA85D72A944H', 'birth-date'],
    ['PRVDAA85B30A944S', 'birth-date'],
    ['PRVDAA?5D43A944G', 'shape'],
  ])('%s of a person has the fault %s', (code, fault) => {
    expect(personCodeFault(code)).toBe(fault);
  });

  it('is read in upper case without spaces', () => {
    expect(read(' prvdaa85 d43a944g ')).toEqual({ value: 'PRVDAA85D43A944G' });
  });

  it('of eleven digits has its own control digit', () => {
    expect(isElevenDigitCode('80062590379')).toBe(true);
    expect(isElevenDigitCode('80062590378')).toBe(false);
    expect(read('80062590379')).toEqual({ value: '80062590379' });
  });
});

interface Vectors {
  readonly persone: readonly { readonly codice_fiscale: string; readonly omocodia: readonly string[] }[];
  readonly non_validi: readonly { readonly valore: string; readonly motivo: string }[];
  readonly undici_cifre: readonly { readonly valore: string; readonly cifra_controllo_ok: boolean }[];
}

// The oracles stand beside the repository, where they are available at all.
const vectorFile = fileURLToPath(new URL('../../../../shared/standards/codice-fiscale/vettori.json', import.meta.url));
const arePresent = existsSync(vectorFile);
if (!arePresent)
  process.stderr.write(`The vectors of the fiscal code are not at ${vectorFile}: their tests are skipped\n`);
const vectors: Vectors = arePresent
  ? (JSON.parse(readFileSync(vectorFile, 'utf8')) as Vectors)
  : { persone: [], non_validi: [], undici_cifre: [] };

describe.skipIf(!arePresent)('the vectors of the fiscal code', () => {
  it('accept every code and its omocody forms', () => {
    const codes = vectors.persone.flatMap((person) => [person.codice_fiscale, ...person.omocodia]);
    expect(codes.filter((code) => personCodeFault(code) !== undefined)).toEqual([]);
  });

  it('refuse every code that is not valid', () => {
    expect(vectors.non_validi.filter(({ valore }) => 'value' in read(valore))).toEqual([]);
  });

  it('agree on the codes of eleven digits', () => {
    const differing = vectors.undici_cifre.filter(
      (vector) => isElevenDigitCode(vector.valore) !== vector.cifra_controllo_ok,
    );
    expect(differing).toEqual([]);
  });
});
