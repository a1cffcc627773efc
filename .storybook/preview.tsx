import type { Preview } from '@storybook/react-vite';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../forms/kit/styles.css';
import './preview.css';
import { DocsPage } from './DocsPage.tsx';
import { setLanguage } from '../forms/text/text.ts';

const languageOf = (globals: Readonly<Record<string, unknown>>) => (globals['language'] === 'en' ? 'en' : 'it');

const wide = (name: string, width: number) => ({
  name,
  styles: { width: `${width}px`, height: '900px' },
  type: width < 500 ? ('mobile' as const) : ('desktop' as const),
});

/** Nothing may be cut off or ask to be scrolled sideways, at whatever width the story is shown (WCAG 2.2, 1.4.10). */
function fitsTheWidth(): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return;
  const widest = [...document.querySelectorAll('#storybook-root *, body > div *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  throw new Error(`The page is ${scrollWidth} px wide in ${clientWidth} px, because of: ${widest.join(', ')}`);
}

/** A list to choose from shows the arrow that opens it: without one it is taken for a box to write in. */
function listsShowTheirArrow(): void {
  for (const list of document.querySelectorAll('select')) {
    const { appearance, backgroundImage } = getComputedStyle(list);
    if (appearance !== 'none' || backgroundImage !== 'none' || list.multiple) continue;
    throw new Error(`The list ${list.outerHTML.slice(0, 120)} shows no arrow`);
  }
}

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    language: {
      description: 'La lingua del modulo',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'it', title: 'Italiano' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    motion: {
      description: 'Le animazioni',
      toolbar: {
        icon: 'lightning',
        items: [
          { value: 'usual', title: 'Animazioni come nel sistema' },
          { value: 'reduced', title: 'Senza animazioni' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { language: 'it', motion: 'usual' },
  parameters: {
    layout: 'padded',
    viewport: {
      options: {
        narrow: wide('320 px (ingrandimento 400 %)', 320),
        phone: wide('Telefono', 390),
        desktop: wide('Schermo', 1280),
      },
    },
    a11y: {
      test: 'error',
      options: { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
    },
    options: { storySort: { method: 'alphabetical', order: ['Inizio', 'Campi', 'Kit'], locales: 'it' } },
    docs: { toc: true, page: DocsPage },
    controls: { expanded: true },
  },
  loaders: [({ globals }) => setLanguage(languageOf(globals))],
  afterEach: ({ viewMode }) => {
    if (viewMode === 'docs') return;
    fitsTheWidth();
    listsShowTheirArrow();
  },
  decorators: [
    (Story, { globals }) => {
      return (
        <div lang={languageOf(globals)} className={globals['motion'] === 'reduced' ? 'story-still' : undefined}>
          <Story />
        </div>
      );
    },
  ],
};

export default preview;
