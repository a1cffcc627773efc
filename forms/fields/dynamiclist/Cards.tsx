import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';
import type { ItemsProps } from './items-props.ts';

/** The items of a repeating group one below the other, each in a frame. */
export const Cards = ({ id, name, count, onRemove, renderItem }: ItemsProps) =>
  Array.from({ length: count }, (_item, index) => (
    <fieldset key={index} id={`${id}-item-${index}`} className="iter-item" tabIndex={-1}>
      <legend>{t('kit.list.item', { label: name, number: index + 1 })}</legend>
      {renderItem(index)}
      {onRemove && (
        <Button
          color="danger"
          outline
          size="sm"
          label={t('kit.list.removeNamed', { label: name, number: index + 1 })}
          onClick={() => onRemove(index)}
        >
          <Icon name="it-delete" className="icon-danger me-1" />
          {t('kit.list.remove')}
        </Button>
      )}
    </fieldset>
  ));
