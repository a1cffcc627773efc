import { useSearchParams } from 'react-router';
import type { Administration } from '../../contract/administration.ts';

/** The body that a page is about: the one in the address, else the first of the reader's. */
export function useBody({ bodies }: Administration): string {
  const [address] = useSearchParams();
  return address.get('ente') ?? bodies[0]?.ipaCode ?? '';
}
