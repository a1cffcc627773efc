import { t } from '../../text/clerk.ts';

/** The button that fetches the next page of a list; nothing when there is none. */
export function More({ list }: { readonly list: MoreList }) {
  if (!list.hasNextPage) return null;
  return (
    <p className="text-center my-4">
      <button
        type="button"
        className="btn btn-outline-primary"
        aria-disabled={list.isFetchingNextPage}
        onClick={() => !list.isFetchingNextPage && void list.fetchNextPage()}
      >
        {t(list.isFetchingNextPage ? 'clerk.app.loadingMore' : 'clerk.app.loadMore')}
      </button>
    </p>
  );
}

interface MoreList {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}
