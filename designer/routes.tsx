import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { BeginPage } from './packages/BeginPage.tsx';
import { FilePage } from './packages/FilePage.tsx';
import { PackagePage } from './packages/PackagePage.tsx';
import { PackagesPage } from './packages/PackagesPage.tsx';
import type { paths } from './paths.ts';

/** A page and its address. */
interface Route {
  readonly path: (typeof paths)[number];
  readonly element: ReactElement;
}

/** Every page of the designer and its address, below `/progetta`. */
export const routes: readonly Route[] = [
  { path: 'comincia', element: <BeginPage /> },
  { path: 'procedimenti/:packageId', element: <PackagePage /> },
  { path: 'procedimenti/:packageId/file/:path', element: <FilePage /> },
  // Forms had pages of their own before they were files of a package.
  { path: 'moduli/*', element: <Navigate to="/" replace /> },
  { path: '*', element: <PackagesPage /> },
];
