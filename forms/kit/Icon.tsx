import spriteUrl from 'bootstrap-italia/dist/svg/sprites.svg?url';

/** Settings of an icon. */
export interface IconProps {
  /** The name in Bootstrap Italia's sprite, such as `it-file`. */
  readonly name: `it-${string}`;
  readonly size?: 'xs' | 'sm' | 'md' | 'lg' | 'xl';
  /** Classes that colour or place it, such as `icon-white`. */
  readonly className?: string;
}

/** An icon of Bootstrap Italia; decoration only, the words beside it carry the meaning. */
export const Icon = ({ name, size = 'sm', className = '' }: IconProps) => (
  <svg className={`icon icon-${size} ${className}`} aria-hidden="true" focusable="false">
    <use href={`${spriteUrl}#${name}`} />
  </svg>
);
