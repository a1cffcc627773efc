import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { mailAddressesQuery } from '../queries.ts';
import { OpenAddresses } from './OpenAddresses.tsx';

/** What the portal would answer. */
function Answered({ addresses, children }: { readonly addresses: readonly string[]; readonly children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(mailAddressesQuery.queryKey, {
    items: addresses.map((address) => ({ address, dossierIds: [] })),
  });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

const withAddresses = (...addresses: readonly string[]): StoryObj<typeof OpenAddresses> => ({
  render: () => (
    <Answered addresses={addresses}>
      <OpenAddresses />
    </Answered>
  ),
});

export default { title: 'Portale/Indirizzi da confermare', component: OpenAddresses } satisfies Meta;

export const One: StoryObj<typeof OpenAddresses> = withAddresses('giulia.bianchi@example.org');
export const Several: StoryObj<typeof OpenAddresses> = withAddresses(
  'giulia@example.org',
  'un.indirizzo.molto.lungo.che.non.sta.in.una.riga.di.un.telefono@posta.amministrazione.example.org',
);
export const None: StoryObj<typeof OpenAddresses> = withAddresses();
