import type { ComponentType } from 'react';
import { partComponent, type Part } from '../fields/parts.ts';
import type { FieldComponent, Json } from '../schema/document.ts';
import { isRecord } from '../schema/json.ts';
import { inputId, type FieldProps } from './field-props.ts';
import { FieldShell } from './FieldShell.tsx';

/** A part of a value with parts, on the screen. */
export interface ShownPart {
  readonly part: Part;
  /** The React part of the type of the part. */
  readonly Field: ComponentType<FieldProps>;
  /** Takes the whole width; other parts stand two in a row where there is room. */
  readonly isWide?: boolean;
}

/** Settings of the frame around a value with parts. */
export interface PartsProps {
  readonly field: FieldProps;
  readonly parts: readonly ShownPart[];
}

const isFilled = (value: Json): boolean =>
  isRecord(value) ? Object.values(value).some(isFilled) : value !== null && value !== '';

/** In a block that may be left empty nothing is required until something has been written. */
function shownComponent(part: Part, field: FieldProps): FieldComponent {
  const component = partComponent(part, field.component);
  const isAsked = field.component.validate?.required === true || isFilled(field.value);
  return { ...component, validate: { ...component.validate, required: isAsked && component.validate?.required } };
}

/** The parts of one answer, each with its own label, hint and error, under one legend. */
export function Parts({ field, parts }: PartsProps) {
  const written = isRecord(field.value) ? field.value : {};
  return (
    <FieldShell field={field} as="group">
      {() => (
        <div className="iter-parts">
          {parts.map(({ part, Field, isWide }) => {
            const path = `${field.path}.${part.key}`;
            return (
              <div key={part.key} className={`iter-part${isWide ? ' iter-part-wide' : ''}`}>
                <Field
                  component={shownComponent(part, field)}
                  id={inputId(path)}
                  path={path}
                  value={written[part.key] ?? part.initial ?? part.schema.emptyValue}
                  error={field.partError(part.key)}
                  partError={(inner) => field.partError(`${part.key}.${inner}`)}
                  readOnly={field.readOnly}
                  onChange={(value) => field.onChange({ ...written, [part.key]: value })}
                  onBlur={() => field.onPartBlur(part.key)}
                  onPartBlur={(inner) => field.onPartBlur(`${part.key}.${inner}`)}
                  host={field.host}
                  beside={written}
                  today={field.today}
                />
              </div>
            );
          })}
        </div>
      )}
    </FieldShell>
  );
}
