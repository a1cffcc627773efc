import { memo, useEffect, useMemo, useRef } from 'react';
import { Components } from '../../../forms/kit/Components.tsx';
import { FormViewProvider } from '../../../forms/kit/FormViewProvider.tsx';
import { useForm } from '../../../forms/kit/use-form.ts';
import type { FormDocument } from '../../../forms/schema/document.ts';
import { t } from '../../../forms/text/designer.ts';
import { today } from '../../today.ts';
import { KEPT } from '../form-js/kept.ts';
import type { Part } from '../model/draft.ts';
import { formOf } from '../model/findings.ts';

/** A part alone, without what would hide or compute it: on the canvas everything is seen. */
function aloneForm(part: Part): FormDocument | undefined {
  const { conditional: _hidden, [KEPT]: _kept, ...shown } = part;
  return formOf({
    type: 'default',
    id: 'look',
    schemaVersion: 16,
    components: [{ ...shown, id: part.id, type: part.type }],
  });
}

/** What a field looks like, made by the kit itself; it cannot be used here. */
export const FieldLook = memo(function FieldLook({ part }: { readonly part: Part }) {
  const form = useMemo(() => aloneForm(part), [part]);
  if (form === undefined) return <p className="fb-wrong">{t('designer.builder.canvas.refused')}</p>;
  return <Look key={JSON.stringify(form)} form={form} />;
});

const NO_ANSWERS = {};
const nothing = (): void => undefined;

function Look({ form }: { readonly form: FormDocument }) {
  const box = useRef<HTMLDivElement>(null);
  const { view } = useForm({ form, answers: NO_ANSWERS, today: today(), onSubmit: nothing });
  useEffect(() => box.current?.setAttribute('inert', ''), []);
  return (
    <div ref={box} className="fb-look iter-form" aria-hidden="true">
      <FormViewProvider view={view}>
        <Components components={form.components} />
      </FormViewProvider>
    </div>
  );
}
