import { ErrorLine } from '../../kit/ErrorLine.tsx';
import { inputId, type FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import type { Choice } from '../../schema/document.ts';
import { t } from '../../text/text.ts';
import { isDeclared, isOptionalDeclaration, withDeclaration } from './schema.ts';

interface DeclarationProps {
  readonly field: FieldProps;
  readonly declaration: Choice;
  readonly onDeclare: (isTicked: boolean) => void;
}

function Declaration({ field, declaration, onDeclare }: DeclarationProps) {
  const { value, label, description } = declaration;
  const id = inputId(`${field.path}.${value}`);
  const error = field.partError(value);
  const isOptional = isOptionalDeclaration(field.component, value);
  const ids = [...(description ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  return (
    <div className={`form-check iter-check iter-declaration${error ? ' is-wrong' : ''}`}>
      <input
        id={id}
        name={id}
        type="checkbox"
        checked={isDeclared(field.component, field.value, declaration)}
        disabled={field.readOnly}
        required={!isOptional && field.component.validate?.required === true}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids || undefined}
        onChange={(event) => onDeclare(event.target.checked)}
        onBlur={field.onBlur}
      />
      <label htmlFor={id}>
        {label}
        {isOptional && !field.readOnly && <span className="iter-optional"> ({t('kit.form.optional')})</span>}
      </label>
      {description && (
        <p id={`${id}-hint`} className="iter-field-hint iter-check-hint">
          {description}
        </p>
      )}
      <ErrorLine id={id} error={error} />
    </div>
  );
}

/** Declarations to be ticked one by one, below what the law says of false ones. */
export function DeclarationsField(field: FieldProps) {
  return (
    <FieldShell field={field} as="group" note={t('fields.declarations.law')}>
      {() =>
        (field.component.values ?? []).map((choice) => (
          <Declaration
            key={choice.value}
            field={field}
            declaration={choice}
            onDeclare={(isTicked) =>
              field.onChange(withDeclaration(field.component, field.value, { value: choice.value, isTicked }))
            }
          />
        ))
      }
    </FieldShell>
  );
}
