import type { ReactNode } from 'react';
import { t } from '../text/text.ts';

/** Settings of the frame around a field that the office asks to correct. */
export interface OfficeRemarkProps {
  /** What is wrong, in the words of the office. */
  readonly remark: string;
  readonly children: ReactNode;
}

/** A field that is to be corrected, with what the office says about it: offices write Italian. */
export const OfficeRemark = ({ remark, children }: OfficeRemarkProps) => (
  <div className="iter-office-remark">
    <div className="iter-office-remark-words" role="note">
      <strong>{t('kit.remark.office')}</strong>
      <p className="iter-answer-lines" lang="it">
        {remark}
      </p>
    </div>
    {children}
  </div>
);
