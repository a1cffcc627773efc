/**
 * How the first bytes of a file tell its kind. `begins`: hexadecimal bytes at the beginning, any one of them, with `..`
 * for a byte that may be any. `pdf` and `signed-data` may have other bytes before them or around them. `archive`: a ZIP
 * that holds a member, which holds a text. `text`: a text whose beginning fits a pattern. `xml`: a root element by
 * name.
 */
export type FileMark =
  | { readonly by: 'begins'; readonly bytes: readonly string[] }
  | { readonly by: 'pdf' }
  | { readonly by: 'signed-data' }
  | { readonly by: 'archive'; readonly member?: string; readonly holds?: string }
  | { readonly by: 'text'; readonly pattern?: RegExp; readonly bytes?: readonly string[] }
  | { readonly by: 'xml'; readonly root?: string };

/** A kind of file that a form may accept. */
export interface FileKind {
  readonly id: string;
  /**
   * How people call it, with its ending in brackets; within a sentence. Here and not in `forms/text`: a kind is one
   * line.
   */
  readonly name: { readonly it: string; readonly en: string };
  /** The proper media type, which the record keeps. */
  readonly mediaType: string;
  /** Other media types under which browsers know it. */
  readonly alsoAs?: readonly string[];
  /** The endings it goes by, without the dot, the usual one first: all of them are this one kind. */
  readonly endings: readonly string[];
  readonly mark: FileMark;
}

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
const types = '[Content_Types].xml';
const geo =
  /^\s*\{[^]*"type"\s*:\s*"(Feature|FeatureCollection|(Multi)?(Point|LineString|Polygon)|GeometryCollection)"/;
const mailHead = /^(?:[\x21-\x39\x3b-\x7e]+:.*\r?\n(?:[ \t].*\r?\n)*){2,}/;

/** Every kind of file that there is, one line each. Documents that are archives stand before the archive. */
export const fileKinds: readonly FileKind[] = [
  { id: 'pdf', name: { it: 'PDF', en: 'PDF' }, mediaType: 'application/pdf', endings: ['pdf'], mark: { by: 'pdf' } },
  {
    id: 'p7m',
    name: { it: 'documento firmato (P7M)', en: 'signed document (P7M)' },
    mediaType: 'application/pkcs7-mime',
    alsoAs: ['application/x-pkcs7-mime'],
    endings: ['p7m'],
    mark: { by: 'signed-data' },
  },
  {
    id: 'jpg',
    name: { it: 'fotografia (JPG)', en: 'photograph (JPG)' },
    mediaType: 'image/jpeg',
    alsoAs: ['image/jpg', 'image/pjpeg'],
    endings: ['jpg', 'jpeg', 'jpe', 'jfif'],
    mark: { by: 'begins', bytes: ['ffd8ff'] },
  },
  {
    id: 'png',
    name: { it: 'immagine (PNG)', en: 'image (PNG)' },
    mediaType: 'image/png',
    endings: ['png'],
    mark: { by: 'begins', bytes: ['89504e470d0a1a0a'] },
  },
  {
    id: 'tiff',
    name: { it: 'scansione (TIFF)', en: 'scan (TIFF)' },
    mediaType: 'image/tiff',
    endings: ['tif', 'tiff'],
    mark: { by: 'begins', bytes: ['49492a00', '4d4d002a', '49492b00', '4d4d002b'] },
  },
  {
    id: 'webp',
    name: { it: 'immagine (WEBP)', en: 'image (WEBP)' },
    mediaType: 'image/webp',
    endings: ['webp'],
    mark: { by: 'begins', bytes: ['52494646........57454250'] },
  },
  {
    id: 'odt',
    name: { it: 'testo di LibreOffice (ODT)', en: 'LibreOffice text (ODT)' },
    mediaType: `${open}.text`,
    endings: ['odt'],
    mark: { by: 'archive', member: 'mimetype', holds: `${open}.text` },
  },
  {
    id: 'ods',
    name: { it: 'foglio di LibreOffice (ODS)', en: 'LibreOffice spreadsheet (ODS)' },
    mediaType: `${open}.spreadsheet`,
    endings: ['ods'],
    mark: { by: 'archive', member: 'mimetype', holds: `${open}.spreadsheet` },
  },
  {
    id: 'docx',
    name: { it: 'testo di Word (DOCX)', en: 'Word text (DOCX)' },
    mediaType: `${office}.wordprocessingml.document`,
    endings: ['docx'],
    mark: { by: 'archive', member: types, holds: 'wordprocessingml.document.main+xml' },
  },
  {
    id: 'xlsx',
    name: { it: 'foglio di Excel (XLSX)', en: 'Excel spreadsheet (XLSX)' },
    mediaType: `${office}.spreadsheetml.sheet`,
    endings: ['xlsx'],
    mark: { by: 'archive', member: types, holds: 'spreadsheetml.sheet.main+xml' },
  },
  {
    id: 'zip',
    name: { it: 'archivio (ZIP)', en: 'archive (ZIP)' },
    mediaType: 'application/zip',
    alsoAs: ['application/x-zip-compressed'],
    endings: ['zip'],
    mark: { by: 'archive' },
  },
  {
    id: 'dwg',
    name: { it: 'disegno di AutoCAD (DWG)', en: 'AutoCAD drawing (DWG)' },
    mediaType: 'image/vnd.dwg',
    alsoAs: ['application/acad', 'application/x-dwg'],
    endings: ['dwg'],
    mark: { by: 'begins', bytes: ['41433130'] },
  },
  {
    id: 'dxf',
    name: { it: 'disegno CAD (DXF)', en: 'CAD drawing (DXF)' },
    mediaType: 'image/vnd.dxf',
    alsoAs: ['application/dxf'],
    endings: ['dxf'],
    mark: {
      by: 'text',
      pattern: /^\s*(999\r?\n.*\r?\n\s*)*0\r?\n\s*SECTION/,
      bytes: ['4175746f4341442042696e61727920445846'],
    },
  },
  {
    id: 'ifc',
    name: { it: 'modello di edificio (IFC)', en: 'building model (IFC)' },
    mediaType: 'application/x-step',
    alsoAs: ['application/step', 'model/ifc'],
    endings: ['ifc'],
    mark: { by: 'text', pattern: /^\s*ISO-10303-21\s*;/ },
  },
  {
    id: 'eml',
    name: { it: 'messaggio di posta (EML)', en: 'mail message (EML)' },
    mediaType: 'message/rfc822',
    endings: ['eml'],
    mark: { by: 'text', pattern: mailHead },
  },
  {
    id: 'kml',
    name: { it: 'mappa (KML)', en: 'map (KML)' },
    mediaType: 'application/vnd.google-earth.kml+xml',
    endings: ['kml'],
    mark: { by: 'xml', root: 'kml' },
  },
  {
    id: 'xml',
    name: { it: 'dati (XML)', en: 'data (XML)' },
    mediaType: 'application/xml',
    alsoAs: ['text/xml'],
    endings: ['xml'],
    mark: { by: 'xml' },
  },
  {
    id: 'bpmn',
    name: { it: 'diagramma di processo (BPMN)', en: 'process diagram (BPMN)' },
    mediaType: 'application/bpmn+xml',
    endings: ['bpmn'],
    mark: { by: 'xml', root: 'definitions' },
  },
  {
    id: 'dmn',
    name: { it: 'tabella di decisione (DMN)', en: 'decision table (DMN)' },
    mediaType: 'application/dmn+xml',
    endings: ['dmn'],
    mark: { by: 'xml', root: 'definitions' },
  },
  {
    id: 'geojson',
    name: { it: 'mappa (GeoJSON)', en: 'map (GeoJSON)' },
    mediaType: 'application/geo+json',
    alsoAs: ['application/json'],
    endings: ['geojson', 'json'],
    mark: { by: 'text', pattern: geo },
  },
  {
    id: 'csv',
    name: { it: 'tabella (CSV)', en: 'table (CSV)' },
    mediaType: 'text/csv',
    alsoAs: ['text/plain', 'application/csv', 'application/vnd.ms-excel'],
    endings: ['csv'],
    mark: { by: 'text' },
  },
  {
    id: 'txt',
    name: { it: 'testo semplice (TXT)', en: 'plain text (TXT)' },
    mediaType: 'text/plain',
    endings: ['txt'],
    mark: { by: 'text' },
  },
];

/** The largest file that any field may accept, in bytes: 200 MB as people and file managers count them. */
export const largestFile = 200 * 1024 * 1024;

/** The kind with a media type, an ending with its dot, or another name that browsers give it. */
export const kindsCalled = (name: string): readonly FileKind[] =>
  fileKinds.filter(
    ({ mediaType, alsoAs = [], endings }) =>
      mediaType === name || alsoAs.includes(name) || endings.some((ending) => `.${ending}` === name),
  );

/** The ending of a name in lower case, without its dot; empty when it has none. */
export const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
