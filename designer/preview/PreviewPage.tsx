import { useEffect, useMemo, useState } from 'react';
import { Callout } from '../../forms/kit/Callout.tsx';
import { FormPages } from '../../forms/kit/FormPages.tsx';
import type { Host } from '../../forms/kit/host.ts';
import { serverHost } from '../../forms/kit/server-host.ts';
import type { Answers } from '../../forms/schema/document.ts';
import { localise } from '../../forms/schema/localise.ts';
import { t } from '../../forms/text/designer.ts';
import { setLanguage } from '../../forms/text/text.ts';
import { readShow, type Show } from '../forms/preview/messages.ts';
import { call } from '../queries.ts';
import { today } from '../today.ts';
import { carryAnswers } from './carry.ts';

/** What the form takes from outside: look-ups are real, attachments stay in this page. */
function previewHost(): Host {
  const host = serverHost({ call, audience: 'office' });
  return {
    ...host,
    uploads: {
      add: async (file, _component, { onProgress }) => {
        onProgress(1);
        return Promise.resolve({ uploadId: crypto.randomUUID(), name: file.name, size: file.size });
      },
      remove: () => Promise.resolve(),
    },
  };
}

/** Listens to the builder around this page. */
function useShown(): Show | undefined {
  const [shown, setShown] = useState<Show>();
  useEffect(() => {
    const onMessage = ({ data, origin, source }: MessageEvent): void => {
      if (origin !== window.location.origin || source !== window.parent) return;
      const show = readShow(data);
      if (show === undefined) return;
      document.documentElement.lang = show.language;
      void setLanguage(show.language).then(() => setShown(show));
    };
    window.addEventListener('message', onMessage);
    window.parent.postMessage({ type: 'iter.ready' }, window.location.origin);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  return shown;
}

/** The citizen's form and nothing around it, with the form that the builder sends. */
export function PreviewPage() {
  const shown = useShown();
  const [step, setStep] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [isSent, setSent] = useState(false);
  const [host] = useState(previewHost);
  const [answered, setAnswered] = useState(shown?.form);
  if (shown !== undefined && shown.form !== answered) {
    setAnswered(shown.form);
    if (answered !== undefined) setAnswers(carryAnswers(answered, shown.form, answers));
  }
  const form = useMemo(() => shown && localise(shown.form, shown.language), [shown]);
  if (form === undefined || shown === undefined) {
    const isFramed = window.parent !== window;
    return <main className="container py-4">{!isFramed && <p>{t('designer.builder.preview.outside')}</p>}</main>;
  }
  return (
    <main className="container py-4">
      <h1 className="visually-hidden">{t('designer.builder.preview.title')}</h1>
      {isSent && (
        <Callout tone="success" role="status">
          {t('designer.builder.preview.sent')}
        </Callout>
      )}
      <FormPages
        key={`${shown.language} ${JSON.stringify(form)}`}
        form={form}
        answers={answers}
        today={today()}
        host={host}
        step={step}
        onStep={(next) => {
          setSent(false);
          setStep(next);
        }}
        onChange={setAnswers}
        onSubmit={() => setSent(true)}
      />
    </main>
  );
}
