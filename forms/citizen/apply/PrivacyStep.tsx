import { useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { Link } from 'react-router';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Stepper, type Step } from '../../kit/Stepper.tsx';
import { t } from '../../text/text.ts';
import type { Words } from '../../kit/own-language.ts';

interface PrivacyStepProps {
  /** The notice of this service, a paragraph a string. */
  readonly notice: readonly Words[];
  readonly steps: readonly Step[];
  readonly current: string;
  readonly secondary: ReactNode;
  readonly onStart: () => void;
}

/**
 * The notice on personal data (GDPR, art. 13), which the person acknowledges. No consent: the task is a public one
 * (art. 6 par. 1 e).
 */
export function PrivacyStep({ notice, steps, current, secondary, onStart }: PrivacyStepProps) {
  const [isRead, setRead] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const check = useRef<HTMLInputElement>(null);
  const start = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(!isRead);
    if (isRead) onStart();
    else check.current?.focus();
  };
  return (
    <div className="iter-pages">
      <Stepper steps={steps} current={current} />
      <h2 tabIndex={-1} className="iter-step-title">
        {t('citizen.apply.privacyHeading')}
      </h2>
      <p className="iter-step-lead">{t('citizen.apply.privacyIntro')}</p>
      <form className="iter-form" noValidate onSubmit={start}>
        <div className="notice-box">
          {notice.map(({ text, ...inLanguage }) => (
            <p key={text} {...inLanguage}>
              {text}
            </p>
          ))}
          <p>
            <Link to="/privacy" target="_blank">
              {t('citizen.apply.privacyFull')} {t('kit.form.newTab')}
            </Link>
          </p>
        </div>
        <ReadCheck check={check} isRead={isRead} isWrong={isMissing && !isRead} onRead={setRead} />
        <div className="iter-form-buttons">
          <Button type="submit" color="primary">
            {t('citizen.apply.start')}
          </Button>
          {secondary}
        </div>
      </form>
    </div>
  );
}

interface ReadCheckProps {
  readonly check: RefObject<HTMLInputElement>;
  readonly isRead: boolean;
  readonly isWrong: boolean;
  readonly onRead: (isRead: boolean) => void;
}

const ReadCheck = ({ check, isRead, isWrong, onRead }: ReadCheckProps) => (
  <div className={`iter-field ${isWrong ? 'is-wrong' : ''}`}>
    <div className="form-check iter-check">
      <input
        ref={check}
        id="privacy-read"
        type="checkbox"
        checked={isRead}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'privacy-error' : undefined}
        onChange={(event) => onRead(event.target.checked)}
      />
      <label htmlFor="privacy-read">{t('citizen.apply.privacyCheck')}</label>
    </div>
    {isWrong ? (
      <p id="privacy-error" className="iter-field-error" role="alert">
        <Icon name="it-error" className="icon-danger" /> {t('citizen.apply.privacyMissing')}
      </p>
    ) : null}
  </div>
);
