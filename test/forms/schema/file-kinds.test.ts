import { describe, expect, it } from 'vitest';
import { endingOf, fileKinds, kindsCalled, largestFile, type FileKind } from '../../../forms/schema/file-kinds.ts';

const kind = (id: string): FileKind => {
  const found = fileKinds.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no kind ${id}`);
  return found;
};

describe('a kind of file', () => {
  it.each([
    ['.pdf', ['pdf']],
    ['application/pdf', ['pdf']],
    ['application/x-pkcs7-mime', ['p7m']],
    ['.jpeg', ['jpg']],
    ['.jpe', ['jpg']],
    ['.jfif', ['jpg']],
    ['image/jpg', ['jpg']],
    ['image/pjpeg', ['jpg']],
    ['.tif', ['tiff']],
    ['.tiff', ['tiff']],
    ['application/x-zip-compressed', ['zip']],
    ['application/acad', ['dwg']],
    ['application/x-dwg', ['dwg']],
    ['application/dxf', ['dxf']],
    ['application/step', ['ifc']],
    ['model/ifc', ['ifc']],
    ['text/xml', ['xml']],
    ['.json', ['geojson']],
    ['application/json', ['geojson']],
    ['text/plain', ['csv', 'txt']],
    ['application/csv', ['csv']],
    ['application/vnd.ms-excel', ['csv']],
    ['pdf', []],
    ['.exe', []],
  ])('is called %s: %j', (name, ids) => {
    expect(kindsCalled(name).map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['odt', 'application/vnd.oasis.opendocument.text'],
    ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['kml', 'application/vnd.google-earth.kml+xml'],
    ['eml', 'message/rfc822'],
    ['bpmn', 'application/bpmn+xml'],
    ['dmn', 'application/dmn+xml'],
    ['geojson', 'application/geo+json'],
  ])('%s has the media type that is registered for it', (id, mediaType) => {
    expect(kind(id).mediaType).toBe(mediaType);
    expect(kind(id).endings[0]).toBe(id);
  });

  it('has a name, a media type and an ending of its own', () => {
    for (const members of [fileKinds.map(({ id }) => id), fileKinds.map(({ endings }) => endings[0])])
      expect(new Set(members).size).toBe(fileKinds.length);
    for (const names of [fileKinds.map(({ name }) => name.it), fileKinds.map(({ name }) => name.en)])
      expect(new Set(names.filter((name) => name !== '')).size).toBe(fileKinds.length);
    expect(fileKinds.filter(({ mediaType }) => !/^[a-z]+\/[a-z0-9.+-]+$/.test(mediaType))).toEqual([]);
  });

  it('that is an archive stands before the archive itself', () => {
    const archives = fileKinds.filter(({ mark }) => mark.by === 'archive');
    expect(archives.map(({ id }) => id).at(-1)).toBe('zip');
    expect(archives.slice(0, -1).every(({ mark }) => mark.by === 'archive' && mark.member && mark.holds)).toBe(true);
  });
});

describe('the beginning of a file', () => {
  // The signatures that each format has for its own.
  it.each([
    ['jpg', ['ffd8ff']],
    ['png', ['89504e470d0a1a0a']],
    ['tiff', ['49492a00', '4d4d002a', '49492b00', '4d4d002b']],
    ['webp', ['52494646........57454250']],
    ['dwg', ['41433130']],
  ])('tells a %s', (id, bytes) => {
    expect(kind(id).mark).toEqual({ by: 'begins', bytes });
  });

  it.each([
    ['dxf', '0\r\nSECTION\r\n2\r\n', true],
    ['dxf', '999\nmade by hand\n  0\nSECTION\n', true],
    ['dxf', '0\nENDSEC\n', false],
    ['ifc', 'ISO-10303-21;\nHEADER;', true],
    ['ifc', 'ISO-10303-42;', false],
    ['eml', 'From: a@example.org\r\nSubject: x\r\n  y\r\nTo: b@example.org\r\n\r\n', true],
    ['eml', 'Only one: line\r\n\r\n', false],
    ['geojson', '{"type": "FeatureCollection", "features": []}', true],
    ['geojson', '{ "x": 1, "type":"MultiPolygon" }', true],
    ['geojson', '{"type": "Other"}', false],
  ])('of a %s may be %j: %s', (id, text, expected) => {
    const { mark } = kind(id);
    expect(mark.by === 'text' && mark.pattern?.test(text)).toBe(expected);
  });

  it('of XML is told by its root', () => {
    expect([kind('kml').mark, kind('bpmn').mark, kind('dmn').mark, kind('xml').mark]).toEqual([
      { by: 'xml', root: 'kml' },
      { by: 'xml', root: 'definitions' },
      { by: 'xml', root: 'definitions' },
      { by: 'xml' },
    ]);
  });
});

it('the largest file has 200 MB', () => {
  expect(largestFile).toBe(209_715_200);
});

it.each([
  ['Planimetria.PDF', 'pdf'],
  ['delega.firmata.p7m', 'p7m'],
  ['senza', ''],
  ['finisce.', ''],
  ['due parole.jpg copia', ''],
])('the ending of %s is «%s»', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});
