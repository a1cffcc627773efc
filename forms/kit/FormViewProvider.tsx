import { useLayoutEffect, useState, type ReactNode } from 'react';
import { createFormViewStore, FormViewContext, type FormView } from './form-view.ts';

/** Makes the view of a form known to the components inside. */
export function FormViewProvider({ view, children }: { readonly view: FormView; readonly children: ReactNode }) {
  const [store] = useState(() => createFormViewStore(view));
  // Before the browser paints and before React restores what an input showed: nobody sees the view before.
  useLayoutEffect(() => store.put(view), [store, view]);
  return <FormViewContext.Provider value={store}>{children}</FormViewContext.Provider>;
}
