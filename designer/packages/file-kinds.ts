/** The kinds of files of a package, in the order in which a person meets them. */
export const fileKinds = [
  'diagram',
  'card',
  'form',
  'decision',
  'letter',
  'api',
  'english',
  'scenario',
  'part',
  'note',
] as const;

export type FileKind = (typeof fileKinds)[number];

const folders: Readonly<Record<string, FileKind>> = {
  forms: 'form',
  decisions: 'decision',
  templates: 'letter',
  apis: 'api',
  translations: 'english',
  scenarios: 'scenario',
};

/** The kind under which a file is listed; all of a part stands together. */
export function listedKindOf(path: string): FileKind {
  return path.startsWith('_parts/') ? 'part' : kindOf(path);
}

/** The kind of a file, also of one inside a part: it decides how the file is shown. */
export function kindOf(path: string): FileKind {
  const inside = path.replace(/^_parts\/[^/]+\//, '');
  if (inside.endsWith('.bpmn')) return 'diagram';
  if (inside === 'README.md') return 'note';
  return folders[inside.slice(0, Math.max(inside.indexOf('/'), 0))] ?? 'card';
}

/** Where a file that is added goes, and a name that it may have. */
export const places = {
  form: { folder: 'forms/', example: 'domanda.json', accept: '.json,.form', name: /^[a-z][a-z0-9-]*\.json$/ },
  decision: { folder: 'decisions/', example: 'esito.dmn', accept: '.dmn', name: /^[a-z][a-z0-9-]*\.dmn$/ },
  letter: { folder: 'templates/', example: 'ricevuta.md', accept: '.md', name: /^[a-z][a-z0-9-]*\.md$/ },
  scenario: { folder: 'scenarios/', example: 'accolta.json', accept: '.json', name: /^[a-z0-9][a-z0-9-]*\.json$/ },
  note: { folder: '', example: 'README.md', accept: '.md', name: /^README\.md$/ },
  api: { folder: 'apis/', example: 'anagrafe.json', accept: '.json,.yaml', name: /^[a-z][a-z0-9-]*\.(json|yaml)$/ },
} as const;

/** A kind of which an analyst may add files. */
export type AddedKind = keyof typeof places;

/** The path below `/progetta` of the page of a file. */
export const fileAddress = (packageId: string, path: string, elementId?: string): string => {
  const query = elementId === undefined ? '' : `?${new URLSearchParams({ elemento: elementId }).toString()}`;
  return `/procedimenti/${packageId}/file/${encodeURIComponent(path)}${query}`;
};

/** Hands a text to the browser as a file. */
export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** The folder of the part that a file belongs to, `_parts/<id>/`; empty for the procedure itself. */
export const folderOf = (path: string): string => /^_parts\/[^/]+\//.exec(path)?.[0] ?? '';

/** The id of the form in a file: a form is called like its file. */
export const formIdOf = (path: string): string => nameOf(path).replace(/\.json$/, '');

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
