import { useMemo } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { useBodyNames } from '../../kit/use-body-names.ts';
import { useChoiceLabels } from '../../kit/use-choice-labels.ts';
import type { Answers, FormDocument, Json } from '../../schema/document.ts';
import { fieldOfPath } from '../../schema/pages.ts';
import { summarise } from '../../schema/summary.ts';
import { t } from '../../text/text.ts';
import { host } from '../host.ts';
import { setAnswer } from './answer-at.ts';
import type { Autosave, AutosaveView } from './autosave.ts';
import type { Difference } from '../../kit/merge.ts';
import { correctedKey } from './reasons.ts';

interface MergeNoticeProps {
  readonly form: FormDocument;
  readonly context: Answers;
  readonly autosave: Autosave;
  readonly view: AutosaveView;
}

/**
 * Says that the draft was changed elsewhere too: which answers came from there, and which were changed in both places,
 * each with the answer that gave way. Nothing that was written is lost: that answer can be taken back.
 */
export function MergeNotice(props: MergeNoticeProps) {
  const { taken, conflicts } = props.view.told;
  return taken.length + conflicts.length === 0 ? null : <Told {...props} />;
}

/**
 * What gave way to an answer of the other place, with the names of bodies and choices where the form has their codes.
 */
function Told({ form, context, autosave, view: { told, answers } }: MergeNoticeProps) {
  const before = useMemo(
    () => ({
      versions: [...told.taken, ...told.conflicts].map(({ path, replaced }) => setAnswer(answers, path, replaced)),
    }),
    [told, answers],
  );
  const bodyNames = useBodyNames(form, before, host);
  const choiceLabels = useChoiceLabels(form, host);
  const words = wordsOf(form, { bodyNames, choiceLabels, ...context }, answers);
  return (
    <Callout tone="warning" role="alert">
      <h2 className="h6">{t('citizen.apply.mergeTitle')}</h2>
      <p>{t('citizen.apply.mergeText')}</p>
      <Differences
        heading={t('citizen.apply.mergeTaken')}
        list={told.taken}
        words={words}
        say={(value) => t('citizen.apply.mergeBefore', { value })}
      />
      <Differences
        heading={t('citizen.apply.mergeConflicts')}
        list={told.conflicts}
        words={words}
        say={(value) => t('citizen.apply.mergeOther', { value })}
        onUse={autosave.take}
      />
      <Button color="primary" size="xs" outline onClick={autosave.acknowledge}>
        {t('citizen.apply.mergeSeen')}
      </Button>
    </Callout>
  );
}

interface DifferencesProps {
  readonly heading: string;
  readonly list: readonly Difference[];
  readonly words: Words;
  readonly say: (value: string) => string;
  readonly onUse?: (difference: Difference) => void;
}

function Differences({ heading, list, words, say, onUse }: DifferencesProps) {
  if (list.length === 0) return null;
  return (
    <>
      <p className="fw-semibold mb-1">{heading}</p>
      <ul>
        {list.map((difference, index) => {
          const label = words.label(difference.path);
          const value = words.value(difference);
          return (
            <li key={index}>
              <strong>{label}</strong>. {say(value)}{' '}
              {onUse ? (
                <Button
                  color="link"
                  size="xs"
                  label={t('citizen.apply.mergeUseNamed', { value, label })}
                  onClick={() => onUse(difference)}
                >
                  {t('citizen.apply.mergeUse')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How places and values of answers are named. */
interface Words {
  readonly label: (path: string) => string;
  readonly value: (difference: Difference) => string;
}

const plain = (value: Json | undefined): string =>
  typeof value === 'string' && value !== '' ? value : t('citizen.apply.mergeNothing');

function wordsOf(form: FormDocument, context: Answers, answers: Answers): Words {
  const labelOf = (path: string): string => fieldOfPath(form, path)?.component.label ?? path;
  return {
    label: (path) => {
      const key = correctedKey(path);
      return key === undefined ? labelOf(path) : t('citizen.apply.mergeReason', { label: labelOf(key) });
    },
    value: ({ path, replaced }) => {
      const rows = summarise(form, setAnswer(answers, path, replaced), context).flatMap((page) => page.rows);
      const printed = rows.filter(({ key }) => key === path || key.startsWith(`${path}[`)).map(({ text }) => text);
      return printed.filter((text) => text !== '').join('; ') || plain(replaced);
    },
  };
}
