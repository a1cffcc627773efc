import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import { language, languages, type Language } from '../text/language.ts';
import { t } from '../text/text.ts';
import { chooseLanguage } from './own-language.ts';

/** Opened and closed by its button; closes on Escape, on a choice, and when somebody goes elsewhere. */
function useDisclosure() {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = ({ target }: Event): void => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen]);
  return { isOpen, box, button, close, toggle: () => setOpen((open) => !open) };
}

/**
 * The languages of the site behind one button, in the header. Each is named in itself, for whoever cannot read this
 * one.
 */
export function LanguageSwitch() {
  const { isOpen, box, button, close, toggle } = useDisclosure();
  const now = language();
  const choose = (chosen: Language): void => {
    close();
    void chooseLanguage(chosen);
  };
  return (
    <div ref={box} className="language-switch">
      <button
        ref={button}
        type="button"
        className="language-button"
        aria-expanded={isOpen}
        aria-controls="languages"
        onClick={toggle}
      >
        <span className="visually-hidden">{t('kit.language.choose')}: </span>
        <span lang={now}>{t(`kit.language.${now}Short`)}</span>
        <Icon name="it-expand" className="icon-white" />
      </button>
      <ul id="languages" className="language-menu" hidden={!isOpen}>
        {languages.map((name) => (
          <li key={name}>
            <button
              type="button"
              lang={name}
              aria-current={name === now ? 'true' : undefined}
              onClick={() => choose(name)}
            >
              {t(`kit.language.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
