import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { DiagramView } from '../../forms/kit/DiagramView.tsx';
import { t } from '../../forms/text/designer.ts';

/** The diagram, to look at; an element that a finding names is marked and in the middle. */
export function DiagramFile({ text }: { readonly text: string }) {
  const element = useSearchParams()[0].get('elemento');
  const state = useMemo(() => ({ active: element === null ? [] : [element], completed: [] }), [element]);
  const names = useMemo(() => namesIn(text), [text]);
  return (
    <section className="fb-card">
      <p>{t('designer.packages.file.diagram')}</p>
      <DiagramView xml={text} state={state} names={names} isDrawing />
      <details>
        <summary>{t('designer.packages.file.diagramText')}</summary>
        <textarea
          readOnly
          className="form-control fb-text"
          aria-label={t('designer.packages.file.diagramText')}
          value={text}
        />
      </details>
    </section>
  );
}

/** The names of the elements of a diagram, by id. */
function namesIn(xml: string): Readonly<Record<string, string>> {
  const elements = new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('[id][name]');
  return Object.fromEntries(
    [...elements].map((each) => [each.getAttribute('id') ?? '', each.getAttribute('name') ?? '']),
  );
}
