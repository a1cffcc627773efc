import { Loading } from '../../kit/Loading.tsx';

/** In place of a page that is on its way. */
export const PageLoading = ({ label }: { readonly label?: string }) => (
  <div className="container page-block">
    <Loading {...(label === undefined ? {} : { label })} />
  </div>
);
