import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../forms/kit/Button.tsx';
import { Callout } from '../../../forms/kit/Callout.tsx';
import type { FormDocument } from '../../../forms/schema/document.ts';
import { t } from '../../../forms/text/designer.ts';
import type { Draft } from '../model/draft.ts';
import { formOf } from '../model/findings.ts';
import { isReady, PREVIEW_PATH, type Show } from './messages.ts';

const widths = { phone: 360, tablet: 768, desktop: 1280 } as const;
type Width = keyof typeof widths;

const languages = ['it', 'en'] as const;

/** The last version of the form without errors. */
function useLastForm(draft: Draft): { readonly form: FormDocument | undefined; readonly isCurrent: boolean } {
  const form = useMemo(() => formOf(draft), [draft]);
  const [last, setLast] = useState(form);
  if (form !== undefined && form !== last) setLast(form);
  return { form: form ?? last, isCurrent: form !== undefined };
}

/** Settings of the preview. */
interface Props {
  readonly draft: Draft;
  /** While it is not, the page in the frame stays as it was left: its answers are there when the analyst comes back. */
  readonly isShown: boolean;
}

/**
 * The form as citizens see it: their page, in a frame as wide as their screen, so that it answers to the width itself.
 */
export function PreviewView({ draft, isShown }: Props) {
  const [shown, setShown] = useState(draft);
  if (isShown && shown !== draft) setShown(draft);
  const { form, isCurrent } = useLastForm(shown);
  const [width, setWidth] = useState<Width>('phone');
  const [language, setLanguage] = useState<Show['language']>('it');
  const [round, setRound] = useState(0);
  return (
    <section className="fb-preview" hidden={!isShown} aria-labelledby="fb-preview-title">
      <h2 id="fb-preview-title" className="fb-title">
        {t('designer.builder.preview.title')}
      </h2>
      <p>{t('designer.builder.preview.lead')}</p>
      <div className="fb-preview-bar">
        <div className="fb-views" role="group" aria-label={t('designer.builder.preview.widths')}>
          {(['phone', 'tablet', 'desktop'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="fb-view"
              aria-pressed={width === each}
              onClick={() => setWidth(each)}
            >
              {t(`designer.builder.preview.${each}`)}
            </button>
          ))}
        </div>
        <div className="fb-views" role="group" aria-label={t('designer.builder.preview.language')}>
          {languages.map((each) => (
            <button
              key={each}
              type="button"
              className="fb-view"
              aria-pressed={language === each}
              onClick={() => setLanguage(each)}
            >
              {t(`designer.builder.preview.${each}`)}
            </button>
          ))}
        </div>
        <Button color="primary" outline size="sm" onClick={() => setRound(round + 1)}>
          {t('designer.builder.preview.restart')}
        </Button>
      </div>
      {!isCurrent && (
        <Callout tone="warning">
          {t(form === undefined ? 'designer.builder.preview.nothing' : 'designer.builder.preview.waiting')}
        </Callout>
      )}
      {form !== undefined && <Frame key={round} form={form} language={language} width={widths[width]} />}
    </section>
  );
}

interface FrameProps {
  readonly form: FormDocument;
  readonly language: Show['language'];
  readonly width: number;
}

function Frame({ form, language, width }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const show = useMemo((): Show => ({ type: 'iter.show', form, language }), [form, language]);
  useEffect(() => {
    const tell = (): void => frame.current?.contentWindow?.postMessage(show, window.location.origin);
    const onMessage = ({ data, source, origin }: MessageEvent): void => {
      if (origin === window.location.origin && source === frame.current?.contentWindow && isReady(data)) tell();
    };
    window.addEventListener('message', onMessage);
    tell();
    return () => window.removeEventListener('message', onMessage);
  }, [show]);
  return (
    <div className="fb-screen">
      <iframe ref={frame} src={PREVIEW_PATH} title={t('designer.builder.preview.frame')} width={width} height={780} />
    </div>
  );
}
