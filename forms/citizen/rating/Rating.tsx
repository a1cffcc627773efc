import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { longestComment, type Rating as RatingValue } from '../../contract/ratings.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { call } from '../queries.ts';
import { Aspects } from './Aspects.tsx';
import { Stars } from './Stars.tsx';

/**
 * The last step of a service: how easy it was, then why, then a few words of one's own. Questions and answers are those
 * of the service model of Designers Italia (criterion C.SE.1.7), with its names of elements.
 */
export function Rating({ dossierId }: { readonly dossierId: string }) {
  const [given, setGiven] = useState<Partial<RatingValue>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const sending = useMutation({
    mutationFn: (body: RatingValue) => call('rateService', { params: { dossierId }, body }),
    // The form that had the focus is gone.
    onSuccess: () => heading.current?.focus(),
  });
  const { stars, aspect, comment } = given;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (stars === undefined) return;
    const words = comment?.trim();
    sending.mutate({
      stars,
      ...(aspect === undefined ? {} : { aspect }),
      ...(words === undefined || words === '' ? {} : { comment: words }),
    });
  };
  return (
    <section className="rating-box" aria-labelledby="valutazione" data-element="feedback">
      <h2 ref={heading} tabIndex={-1} id="valutazione" className="h4" data-element="feedback-title">
        {t('citizen.rating.question')}
      </h2>
      <div role="status">
        {sending.isSuccess ? <Callout tone="success">{t('citizen.rating.thanks')}</Callout> : null}
      </div>
      {sending.isSuccess ? null : (
        <form onSubmit={send}>
          <Stars value={stars} onChange={(value) => setGiven(withStars(given, value))} />
          {stars === undefined ? null : (
            <>
              <Aspects
                good={isGood(stars)}
                value={aspect}
                onChange={(value) => setGiven({ ...given, aspect: value })}
              />
              <Comment value={comment ?? ''} onChange={(value) => setGiven({ ...given, comment: value })} />
              {sending.isError ? <Problem problem={problemOf(sending.error)} /> : null}
              <Button type="submit" color="primary" busy={sending.isPending}>
                {t('citizen.rating.send')}
              </Button>
            </>
          )}
        </form>
      )}
    </section>
  );
}

const isGood = (stars: number): boolean => stars > 3;

/** The reason goes where the question changes: what was difficult is not what was liked. */
function withStars({ aspect, ...given }: Partial<RatingValue>, stars: number): Partial<RatingValue> {
  const isSameQuestion = given.stars !== undefined && isGood(given.stars) === isGood(stars);
  return { ...given, stars, ...(isSameQuestion && aspect !== undefined && { aspect }) };
}

interface CommentProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Comment({ value, onChange }: CommentProps) {
  return (
    <div className="mb-4" data-element="feedback-input-text">
      <label className="form-label" htmlFor="rating-comment">
        {t('citizen.rating.comment')}
      </label>
      <textarea
        id="rating-comment"
        className="form-control"
        rows={3}
        maxLength={longestComment}
        aria-describedby="rating-comment-hint"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="rating-comment-hint" className="form-text">
        {t('citizen.rating.commentHint', { longest: longestComment })}
      </p>
    </div>
  );
}
