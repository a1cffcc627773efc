import { useEffect, useState } from 'react';
import { Combobox } from '../../kit/Combobox.tsx';
import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import type { BodyOption } from '../../kit/host.ts';
import { t } from '../../text/text.ts';

/** Letters from which a search among all bodies makes sense. */
const FEWEST_LETTERS = 2;

/** The body that was picked; looked up by its id when the answer was given before. */
function usePicked(field: FieldProps): readonly [BodyOption | undefined, (option: BodyOption | undefined) => void] {
  const bodyId = textOf(field.value);
  const [known, setKnown] = useState<BodyOption>();
  const lookUp = field.host.lookups?.body;
  useEffect(() => {
    if (bodyId === '' || known?.id === bodyId || !lookUp) return undefined;
    let isCurrent = true;
    const keep = (option: BodyOption | undefined): void => {
      if (isCurrent) setKnown(option);
    };
    // A name that cannot be had leaves the id on the screen; the answer itself is not touched.
    lookUp(bodyId).then(keep, () => keep(undefined));
    return () => {
      isCurrent = false;
    };
  }, [bodyId, known?.id, lookUp]);
  if (bodyId === '') return [undefined, setKnown];
  return [known?.id === bodyId ? known : { id: bodyId, label: bodyId }, setKnown];
}

/** A public body, found by name. */
export function BodyField(field: FieldProps) {
  const [picked, setKnown] = usePicked(field);
  const search = field.host.lookups?.bodies;
  return (
    <FieldShell field={field} note={search ? undefined : t('kit.search.absent')}>
      {(links) => (
        <Combobox
          links={links}
          picked={picked}
          readOnly={field.readOnly || !search}
          fewestLetters={FEWEST_LETTERS}
          search={search ?? (() => Promise.resolve([]))}
          onPick={(option) => {
            setKnown(option);
            field.onChange(option?.id ?? '');
          }}
          onBlur={field.onBlur}
        />
      )}
    </FieldShell>
  );
}
