import { useRef } from 'react';
import { Combobox, type ComboboxOption } from '../../kit/Combobox.tsx';
import type { FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { isRecord } from '../../schema/json.ts';
import type { Json } from '../../schema/document.ts';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import type { Municipality } from '../types.ts';
import { dayOfValidity, isNoMunicipality, municipalityAnswer, printMunicipality } from './schema.ts';

/** Letters from which a search among eight thousand names makes sense. */
const FEWEST_LETTERS = 2;

const idOf = ({ istatCode, name }: Pick<Municipality, 'istatCode' | 'name'>): string => `${istatCode} ${name}`;

function optionOf(municipality: Municipality): ComboboxOption {
  const { province, validTo } = municipality;
  const detail =
    validTo === undefined ? province : t('fields.municipality.until', { province, to: formatDate(validTo) });
  return { id: idOf(municipality), label: municipality.name, detail };
}

function pickedOf(value: Json): ComboboxOption | undefined {
  if (isNoMunicipality(value) || !isRecord(value)) return undefined;
  return { id: String(value['istatCode']), label: printMunicipality(value) };
}

/** A municipality, found by name; as it was on the day that the field depends on. */
export function MunicipalityField(field: FieldProps) {
  const found = useRef(new Map<string, Municipality>());
  const look = field.host.lookups?.municipalities;
  const on = dayOfValidity(field.component, field.today, field.beside);
  const search = async (query: string): Promise<readonly ComboboxOption[]> => {
    const municipalities = (await look?.(query, on)) ?? [];
    found.current = new Map(municipalities.map((one) => [idOf(one), one]));
    return municipalities.map(optionOf);
  };
  const isPast = on !== undefined && on !== field.today;
  const note = isPast ? t('fields.municipality.asOf', { on: formatDate(on) }) : undefined;
  return (
    <FieldShell field={field} note={look ? note : t('kit.search.absent')}>
      {(links) => (
        <Combobox
          links={links}
          picked={pickedOf(field.value)}
          readOnly={field.readOnly || !look}
          fewestLetters={FEWEST_LETTERS}
          search={search}
          onPick={(option) => {
            const municipality = found.current.get(option?.id ?? '');
            field.onChange(municipality ? municipalityAnswer(municipality) : '');
          }}
          onBlur={field.onBlur}
        />
      )}
    </FieldShell>
  );
}
