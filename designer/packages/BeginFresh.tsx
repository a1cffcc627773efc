import { useState } from 'react';
import { t } from '../../forms/text/designer.ts';
import { nameFault, nameFrom, titleFault } from './names.ts';
import { TextField } from './TextField.tsx';
import { Way, type WayProps } from './Way.tsx';

/** A new procedure: its title, and a name that follows the title until somebody writes another. */
export function FreshWay({ isBusy, onBegin }: WayProps) {
  const [title, setTitle] = useState('');
  const [written, setWritten] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const procedureId = written ?? nameFrom(title);
  const faults = [titleFault(title), nameFault(procedureId)] as const;
  const submit = (): void => {
    setAsked(true);
    if (faults.every((fault) => fault === undefined)) onBegin({ type: 'blank', procedureId, title: title.trim() });
  };
  return (
    <Way
      title={t('designer.packages.begin.fresh')}
      lead={t('designer.packages.begin.freshLead')}
      isBusy={isBusy}
      onSubmit={submit}
    >
      <TextField
        label={t('designer.packages.begin.titleLabel')}
        fault={isAsked ? faults[0] : undefined}
        value={title}
        onChange={setTitle}
      />
      <TextField
        label={t('designer.packages.begin.name')}
        hint={t('designer.packages.begin.nameHint')}
        fault={isAsked ? faults[1] : undefined}
        value={procedureId}
        onChange={setWritten}
      />
    </Way>
  );
}
