import { useState } from 'react';
import { t } from '../../forms/text/designer.ts';
import { fileFault, MOST_BYTES, readBase64, readText } from './chosen-file.ts';
import { Labelled } from './Labelled.tsx';
import { nameFault, nameFrom, titleFault } from './names.ts';
import { TextField } from './TextField.tsx';
import { Way, type WayProps } from './Way.tsx';

/** The most bytes of an archive: in base64 they have to fit into the 900,000 characters of the call. */
const MOST_ARCHIVE_BYTES = 660 * 1024;

interface FileFieldProps {
  readonly label: string;
  readonly accept: string;
  readonly fault: string | undefined;
  readonly onFile: (file: File | undefined) => void;
}

const FileField = ({ label, accept, fault, onFile }: FileFieldProps) => (
  <Labelled label={label} fault={fault}>
    {(links) => (
      <input
        {...links}
        type="file"
        accept={accept}
        className="form-control"
        onChange={({ target }) => onFile(target.files?.[0])}
      />
    )}
  </Labelled>
);

/** An archive that holds the files of a package; its name suggests that of the procedure. */
export function ArchiveWay({ isBusy, onBegin }: WayProps) {
  const [file, setFile] = useState<File>();
  const [written, setWritten] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const procedureId = written ?? nameFrom(file?.name.replace(/\.zip$/i, '') ?? '');
  const faults = [fileFault(file, MOST_ARCHIVE_BYTES), nameFault(procedureId)] as const;
  const submit = (): void => {
    setAsked(true);
    if (file === undefined || faults.some((fault) => fault !== undefined)) return;
    onBegin(readBase64(file).then((content) => ({ type: 'zip', procedureId, content })));
  };
  return (
    <Way
      title={t('designer.packages.begin.zip')}
      lead={t('designer.packages.begin.zipLead')}
      isBusy={isBusy}
      onSubmit={submit}
    >
      <FileField
        label={t('designer.packages.begin.zipFile')}
        accept=".zip,application/zip"
        fault={isAsked ? faults[0] : undefined}
        onFile={setFile}
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

/** A diagram drawn elsewhere; its process gives the name. */
export function DiagramWay({ isBusy, onBegin }: WayProps) {
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [isAsked, setAsked] = useState(false);
  const faults = [fileFault(file, MOST_BYTES), titleFault(title)] as const;
  const submit = (): void => {
    setAsked(true);
    if (file === undefined || faults.some((fault) => fault !== undefined)) return;
    onBegin(readText(file).then((content) => ({ type: 'bpmn', title: title.trim(), content })));
  };
  return (
    <Way
      title={t('designer.packages.begin.bpmn')}
      lead={t('designer.packages.begin.bpmnLead')}
      isBusy={isBusy}
      onSubmit={submit}
    >
      <TextField
        label={t('designer.packages.begin.titleLabel')}
        fault={isAsked ? faults[1] : undefined}
        value={title}
        onChange={setTitle}
      />
      <FileField
        label={t('designer.packages.begin.bpmnFile')}
        accept=".bpmn,.xml"
        fault={isAsked ? faults[0] : undefined}
        onFile={setFile}
      />
    </Way>
  );
}
