import FeelEditor, { type EditorVariable } from '@bpmn-io/feel-editor';
import { useEffect, useId, useRef, useState } from 'react';
import { feelText, parseFeel } from '../../../engine/rules/feel.ts';
import { feelFaultInWords } from '../../../engine/words/findings/feel-words.ts';
import { language } from '../../../forms/text/language.ts';
import { t } from '../../../forms/text/designer.ts';
import editorCss from './editor.css?inline';
import { builtins } from './variables.ts';

/** Settings of a field for an expression. */
export interface FeelFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** With or without the leading `=`; later changes from outside need a new `key`. */
  readonly value: string;
  readonly variables: readonly EditorVariable[];
  /** Told the expression with a leading `=`, or undefined when it is empty. */
  readonly onChange: (expression: string | undefined) => void;
}

/**
 * Gives an element a shadow root with a place for the editor. CodeMirror puts its styles into a `<style>` of the
 * document, which the content security policy forbids; in a shadow root it adopts a constructed style sheet instead.
 */
function shadowIn(host: HTMLElement): { readonly place: HTMLElement; readonly about: HTMLElement } {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(editorCss);
  root.adoptedStyleSheets = [sheet];
  const place = document.createElement('div');
  const about = document.createElement('p');
  about.id = 'about';
  about.hidden = true;
  root.replaceChildren(place, about);
  return { place, about };
}

/** An expression with completion of fields and functions, checked while it is written. Tab leaves it. */
export function FeelField({ label, hint, value, variables, onChange }: FeelFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const about = useRef<HTMLElement>();
  const editor = useRef<FeelEditor>();
  const tell = useRef(onChange);
  const [start] = useState({ label, text: feelText(value), variables });
  const [text, setText] = useState(start.text);
  const id = useId();
  const said = hint ?? t('designer.builder.feel.hint');
  const fault = text.trim() === '' ? undefined : parseFeel(text)[0]?.fault;
  const message = fault && feelFaultInWords(fault, language());
  const wrong = message === undefined ? undefined : t('designer.builder.feel.wrong', { message });

  useEffect(() => {
    tell.current = onChange;
  }, [onChange]);
  useEffect(() => {
    if (host.current === null) return;
    const made = shadowIn(host.current);
    about.current = made.about;
    editor.current = new FeelEditor({
      container: made.place,
      value: start.text,
      variables: start.variables,
      builtins,
      contentAttributes: { 'aria-label': start.label, 'aria-describedby': made.about.id },
      onChange: (next) => {
        setText(next);
        const plain = next.trim();
        tell.current(plain === '' ? undefined : `= ${plain}`);
      },
    });
  }, [start]);
  useEffect(() => editor.current?.setVariables(variables), [variables]);
  useEffect(() => {
    if (about.current !== undefined) about.current.textContent = wrong ?? said;
  }, [wrong, said]);

  return (
    <div className="fb-feel">
      <p id={id} className="fb-feel-label">
        {label}
      </p>
      <div ref={host} className={`fb-feel-host${wrong === undefined ? '' : ' is-wrong'}`} />
      <p className={wrong === undefined ? 'fb-quiet' : 'fb-wrong'} role={wrong === undefined ? undefined : 'status'}>
        {wrong ?? said}
      </p>
    </div>
  );
}
