import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Draft } from '../../contract/drafts.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { problemOf } from '../../kit/failure.ts';
import { issueTextIn } from '../../kit/issue-words.ts';
import type { FormDocument } from '../../schema/document.ts';
import { fieldOfPath } from '../../schema/pages.ts';
import { t } from '../../text/text.ts';
import { inItalian } from '../../kit/own-language.ts';
import { call, draftQuery } from '../queries.ts';

interface FormChangeNoticeProps {
  readonly draft: Draft;
  /** As it is on the screen. */
  readonly form: FormDocument;
  /** The application was held back because of the change. */
  readonly isRefused: boolean;
  /** Opens a page of the form. */
  readonly onGo: (pageId: string) => void;
}

/** Says what to check again because a newer version of the form was published, with the way to each place. */
export function FormChangeNotice({ draft, form, isRefused, onGo }: FormChangeNoticeProps) {
  const seen = useSeen(draft);
  if (draft.formChanges.length === 0) return null;
  return (
    <Callout tone="warning" role={isRefused ? 'alert' : 'note'}>
      <h2 className="h6">{t('citizen.apply.formChangedTitle')}</h2>
      <p>{t(isRefused ? 'citizen.apply.formChangedSending' : 'citizen.apply.formChangedText')}</p>
      <ul>
        {draft.formChanges.map((change) => (
          <li key={`${change.path} ${change.change}`}>
            <Place change={change} form={form} onGo={onGo} /> {wordsOf(form, change)}
          </li>
        ))}
      </ul>
      {seen.isError ? <Problem problem={problemOf(seen.error)} /> : null}
      <Button color="primary" size="xs" outline busy={seen.isPending} onClick={() => seen.mutate()}>
        {t('citizen.apply.formChangedSeen')}
      </Button>
    </Callout>
  );
}

type Change = Draft['formChanges'][number];

const wordsOf = (form: FormDocument, { change, issue }: Change): string =>
  change === 'now-wrong' && issue ? issueTextIn(form, issue) : t(`citizen.formChange.${change}`);

interface PlaceProps {
  readonly change: Change;
  readonly form: FormDocument;
  readonly onGo: (id: string) => void;
}

/** The field that has changed, as the form calls it, and the way there; one that is gone keeps its Italian name. */
function Place({ change: { label, path, pageId }, form, onGo }: PlaceProps) {
  const own = fieldOfPath(form, path)?.component.label;
  const attributes = own === undefined ? inItalian() : {};
  if (pageId === undefined) return <strong {...attributes}>{own ?? label}:</strong>;
  return (
    <a
      href={`?${new URLSearchParams({ passo: pageId }).toString()}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(pageId);
      }}
      {...attributes}
    >
      {own ?? label}
    </a>
  );
}

/** Tells the server that the answers were checked in this version; the draft shown then has nothing more to check. */
function useSeen({ draftId, procedureVersion }: Draft) {
  const queries = useQueryClient();
  const { queryKey } = draftQuery(draftId);
  return useMutation({
    mutationFn: () => call('confirmDraftVersion', { params: { draftId }, body: { version: procedureVersion } }),
    onSuccess: () => queries.setQueryData(queryKey, (shown) => shown && { ...shown, formChanges: [] }),
  });
}
