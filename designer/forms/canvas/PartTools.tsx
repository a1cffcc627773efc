import { Icon, type IconProps } from '../../../forms/kit/Icon.tsx';
import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import type { Part, Place } from '../model/draft.ts';
import { nameOf } from '../model/find.ts';
import { PANEL_ID } from '../panel/panel-id.ts';

interface Props {
  readonly part: Part;
  readonly place: Place;
  readonly count: number;
}

/** The tools of the selected part: up, down, duplicate, delete, and the way to its settings. */
export function PartTools({ part, place, count }: Props) {
  const { bench, askRemoval } = useBuilder();
  const { id } = part;
  const name = nameOf(part);
  const move = (index: number): void => bench.change({ type: 'move', id, place: { parent: place.parent, index } });
  return (
    <span className="fb-tools">
      <Tool
        icon="it-arrow-up"
        label={t('designer.builder.canvas.up', { name })}
        isDisabled={place.index === 0}
        onClick={() => move(place.index - 1)}
      />
      <Tool
        icon="it-arrow-down"
        label={t('designer.builder.canvas.down', { name })}
        isDisabled={place.index === count - 1}
        onClick={() => move(place.index + 2)}
      />
      <Tool
        icon="it-copy"
        label={t('designer.builder.canvas.duplicate', { name })}
        onClick={() => bench.change({ type: 'duplicate', id })}
      />
      <Tool icon="it-delete" label={t('designer.builder.canvas.remove', { name })} onClick={() => askRemoval(id)} />
      <Tool
        icon="it-settings"
        label={t('designer.builder.canvas.settings', { name })}
        onClick={() => document.getElementById(PANEL_ID)?.focus()}
      />
    </span>
  );
}

interface ToolProps {
  readonly icon: IconProps['name'];
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

// A tool at its end stays focusable, so that the keyboard is not thrown out of the row when it gets there.
const Tool = ({ icon, label, isDisabled = false, onClick }: ToolProps) => (
  <button
    type="button"
    className="fb-tool"
    title={label}
    aria-label={label}
    aria-disabled={isDisabled || undefined}
    onClick={isDisabled ? undefined : onClick}
  >
    <Icon name={icon} size="sm" />
  </button>
);
