import { t } from '../../../forms/text/designer.ts';
import { typeLabel, typePurpose } from '../../words.ts';
import { useBuilder } from '../builder-context.ts';
import { hiddenTypeOf } from '../form-js/kept.ts';
import { nameOf, typeNameOf } from '../model/find.ts';
import { placedPart } from '../model/tree.ts';
import { PANEL_ID } from './panel-id.ts';
import { PartFaults } from './PartFaults.tsx';
import { Sections } from './Sections.tsx';

/** The settings of the selected part. */
export function Panel() {
  const { bench } = useBuilder();
  const placed = bench.selected === undefined ? undefined : placedPart(bench.draft, bench.selected);
  return (
    <section className="fb-panel" aria-labelledby={PANEL_ID}>
      <h2 id={PANEL_ID} tabIndex={-1} className="fb-title">
        {placed === undefined
          ? t('designer.builder.panel.title')
          : t('designer.builder.panel.of', { name: nameOf(placed.part) })}
      </h2>
      {placed === undefined && <p className="fb-quiet">{t('designer.builder.panel.none')}</p>}
      {placed !== undefined && (
        <>
          <p className="fb-quiet">
            {typeLabel(typeNameOf(placed.part))}. {typePurpose(typeNameOf(placed.part))}
          </p>
          <PartFaults partId={placed.part.id} />
          {hiddenTypeOf(placed.part) === undefined ? (
            // The settings start afresh with another part, and when undo changes what they show.
            <Sections key={`${placed.part.id} ${bench.epoch}`} placed={placed} />
          ) : (
            <p>{t('designer.builder.panel.kept', { type: hiddenTypeOf(placed.part) ?? '' })}</p>
          )}
        </>
      )}
    </section>
  );
}
