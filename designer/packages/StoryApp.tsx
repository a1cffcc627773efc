import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { MemoryRouter, useRoutes } from 'react-router';
import { routes } from '../routes.tsx';
import '../styles/frame.css';
import '../styles/home.css';
import '../styles/packages.css';
import '../styles/bar.css';
import '../styles/build.css';
import '../styles/flash.css';
import '../styles/views.css';
import '../styles/narrow.css';
import '../styles/canvas.css';
import '../styles/panel.css';

/** The designer open at an address, for the stories of its pages. */
export function StoryApp({ at }: { readonly at: string }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  return (
    <QueryClientProvider client={client}>
      <MemoryRouter key={at} initialEntries={[at]}>
        <Pages />
      </MemoryRouter>
    </QueryClientProvider>
  );
}

const Pages = () => useRoutes([...routes]);
