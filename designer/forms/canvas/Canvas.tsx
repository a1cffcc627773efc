import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { PartList } from './CanvasPart.tsx';
import type { Cargo } from './dragging.ts';

/** The form being built: its pages one below the other, with the fields as they are. */
export function Canvas({ cargo }: { readonly cargo: Cargo | undefined }) {
  const { bench } = useBuilder();
  const { components } = bench.draft;
  return (
    <section className="fb-canvas" aria-labelledby="fb-canvas-title">
      <h2 id="fb-canvas-title" className="fb-title">
        {t('designer.builder.canvas.title')}
      </h2>
      {components.length === 0 && <p className="fb-empty">{t('designer.builder.canvas.emptyForm')}</p>}
      <PartList parts={components} holder={undefined} carried={cargo?.type === 'part' ? cargo.id : undefined} />
    </section>
  );
}
