import type { ReactElement } from 'react';
import { BuilderPage } from './forms/BuilderPage.tsx';
import { HomePage } from './home/HomePage.tsx';
import type { paths } from './paths.ts';

/** A page and its address. */
interface Route {
  readonly path: (typeof paths)[number];
  readonly element: ReactElement;
}

/** Every page of the designer and its address, below `/progetta`. */
export const routes: readonly Route[] = [
  { path: 'moduli/:workId', element: <BuilderPage /> },
  { path: '*', element: <HomePage /> },
];
