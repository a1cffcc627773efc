import { useState, type DragEvent } from 'react';
import { Button } from '../../kit/Button.tsx';
import type { FieldProps } from '../../kit/field-props.ts';
import { FieldShell, type InputLinks } from '../../kit/FieldShell.tsx';
import { FileName } from '../../kit/FileName.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { UploadProgress } from '../../kit/UploadWaiting.tsx';
import type { FieldComponent } from '../../schema/document.ts';
import { formatSize } from '../../text/format.ts';
import { kindNames } from '../../text/kind-names.ts';
import { t } from '../../text/text.ts';
import { chooserTypes, fileLimit, kindsNamed, signatureWanted, sizeLimit, templateOf } from './accept.ts';
import { useFiles, type Files } from './use-files.ts';

/** What is wanted of a signature, and what is checked of it: not that the certificate is to be trusted. */
function signatureText(component: FieldComponent): readonly string[] {
  const wanted = signatureWanted(component);
  if (wanted !== 'pdf' && wanted !== 'p7m' && wanted !== 'any') return [];
  return [t(`fields.attachment.signature.${wanted}`), t('fields.attachment.signatureNote')];
}

function limitsText(component: FieldComponent): string {
  const kinds = kindNames(kindsNamed(component));
  const count = fileLimit(component);
  return [
    ...(kinds === '' ? [] : [t('kit.attachment.kinds', { kinds })]),
    t('kit.attachment.limit', { size: formatSize(sizeLimit(component)) }),
    ...(count > 1 ? [t('kit.attachment.several', { count })] : []),
    ...signatureText(component),
  ].join(' ');
}

interface PartProps {
  readonly field: FieldProps;
  readonly files: Files;
}

const Stored = ({ field, files }: PartProps) => (
  <ul className="iter-files">
    {files.attachments.map((attachment) => {
      const href = field.host.uploads?.href?.(attachment.uploadId);
      return (
        <li key={attachment.uploadId}>
          <Icon name="it-file" className="icon-primary" />
          <span className="iter-file-name">
            <FileName name={attachment.name} href={href} /> <small>{formatSize(attachment.size)}</small>
            {attachment.signedBy && (
              <small className="d-block">
                {t('kit.attachment.signedBy', { signers: attachment.signedBy.join(', ') })}
              </small>
            )}
          </span>
          {!field.readOnly && (
            <Button
              color="link"
              size="sm"
              label={t('kit.attachment.removeNamed', { name: attachment.name })}
              onClick={() => files.remove(attachment)}
            >
              <Icon name="it-delete" className="icon-danger me-1" />
              {t('kit.attachment.remove')}
            </Button>
          )}
        </li>
      );
    })}
    {files.uploads.map((upload) => (
      <li key={upload.key} className="d-block">
        <UploadProgress upload={upload} />
      </li>
    ))}
  </ul>
);

function Chooser({ field, files, links }: PartProps & { readonly links: InputLinks }) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent, next: boolean): void => {
    event.preventDefault();
    setOver(next);
  };
  const words = files.attachments.length > 0 ? t('kit.attachment.addAnother') : t('kit.attachment.add');
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is extra; the input does the same by key
    <div
      className={`iter-drop${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        files.add([...event.dataTransfer.files]);
      }}
    >
      <input
        id={links.id}
        type="file"
        className="iter-drop-input visually-hidden"
        accept={chooserTypes(field.component) || undefined}
        multiple={fileLimit(field.component) > 1}
        aria-invalid={links['aria-invalid']}
        aria-describedby={links['aria-describedby']}
        onChange={(event) => {
          files.add([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.target.value = '';
        }}
        onBlur={field.onBlur}
      />
      <label htmlFor={links.id} className="btn btn-outline-primary btn-icon">
        <Icon name="it-upload" className="icon-primary" />
        <span>{words}</span>
      </label>
      <span className="iter-drop-hint">{t('kit.attachment.drop')}</span>
    </div>
  );
}

/** Attachments: choosing or dropping files, their way to the keeper, and the list of those stored. */
export function AttachmentField(field: FieldProps) {
  const files = useFiles(field);
  const template = field.readOnly ? undefined : templateOf(field.component);
  const isClosed = field.readOnly || !field.host.uploads;
  return (
    <FieldShell
      field={field}
      as="group"
      note={field.host.uploads ? limitsText(field.component) : t('kit.attachment.absent')}
    >
      {(links) => (
        <>
          {template && (
            <p className="iter-template">
              <a href={template} download>
                <Icon name="it-download" className="icon-primary me-1" />
                {t('fields.attachment.template')}
              </a>
            </p>
          )}
          <Stored field={field} files={files} />
          {!isClosed && !files.isFull && <Chooser field={field} files={files} links={links} />}
          {files.warnings.map((warning) => (
            <p key={warning} className="iter-field-warning" role="status">
              <Icon name="it-warning-circle" className="icon-warning" />
              <span>{warning}</span>
            </p>
          ))}
          {files.refusals.map((refusal) => (
            <p key={refusal} className="iter-field-error" role="alert">
              <Icon name="it-error" className="icon-danger" />
              <span>{refusal}</span>
            </p>
          ))}
          <p className="visually-hidden" role="status">
            {files.news}
          </p>
        </>
      )}
    </FieldShell>
  );
}
