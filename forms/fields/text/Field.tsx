import { Callout, type CalloutProps } from '../../kit/Callout.tsx';
import { Markdownish } from '../../kit/Markdownish.tsx';

/** Settings of a notice. */
export interface NoticeProps {
  readonly text: string;
  /** From `properties.tone`; a plain text when it is absent or not one of the four. */
  readonly tone?: string;
}

const isTone = (tone: string | undefined): tone is CalloutProps['tone'] =>
  tone === 'info' || tone === 'warning' || tone === 'success' || tone === 'danger';

/** A text shown to the reader; with a tone it is set apart. */
export function Notice({ text, tone }: NoticeProps) {
  const body = <Markdownish text={text} topHeading={3} />;
  return isTone(tone) ? <Callout tone={tone}>{body}</Callout> : body;
}
