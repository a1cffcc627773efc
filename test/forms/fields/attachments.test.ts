import { describe, expect, it } from 'vitest';
import { chooserTypes, kindsNamed, sizeLimit } from '../../../forms/fields/filepicker/accept.ts';
import { fileComplaint, filepicker } from '../../../forms/fields/filepicker/schema.ts';
import { fileKinds } from '../../../forms/schema/file-kinds.ts';
import { issueText } from '../../../forms/text/issue-text.ts';
import { kindNames } from '../../../forms/text/kind-names.ts';
import { inLanguage } from '../../../forms/text/language.ts';
import { aField } from '../schema/a-form.ts';

const accepting = (accept?: string, properties: Readonly<Record<string, string>> = {}) =>
  aField({ type: 'filepicker', ...(accept !== undefined && { accept }), properties });
const complaint = (accept: string | undefined, name: string, mediaType = ''): string | undefined =>
  fileComplaint({ name, size: 1, mediaType }, accepting(accept))?.code;

describe('the kinds that an attachment accepts', () => {
  it.each([
    ['.jpg', 'foto.jpeg', 'image/jpeg'],
    ['.jpeg', 'foto.JPG', 'image/jpeg'],
    ['image/jpeg', 'foto.jfif', ''],
    ['.tif', 'pianta.tiff', 'image/tiff'],
    ['image/*', 'foto.png', 'image/png'],
    ['.csv', 'elenco.csv', 'application/vnd.ms-excel'],
    ['.p7m', 'atto.pdf.p7m', 'application/x-pkcs7-mime'],
    ['.zip', 'tutto.zip', 'application/x-zip-compressed'],
    ['.dwg', 'pianta.dwg', ''],
    ['.ifc', 'edificio.ifc', ''],
    ['.geojson', 'mappa.geojson', 'application/geo+json'],
    [undefined, 'messaggio.eml', 'message/rfc822'],
  ])('%s takes %s as %j', (accept, name, mediaType) => {
    expect(complaint(accept, name, mediaType)).toBeUndefined();
  });

  it.each([
    ['.pdf', 'foto.jpg', 'image/jpeg', 'attachment.wrong-kind'],
    ['.pdf', 'programma.pdf', 'application/x-msdownload', 'attachment.wrong-kind'],
    [undefined, 'programma.exe', '', 'attachment.wrong-kind'],
    ['.jpg', 'foto.heic', 'image/heic', 'attachment.heic'],
    ['.jpg', 'foto.heif', '', 'attachment.heic'],
  ])('%s refuses %s as %j', (...[accept, name, mediaType, code]) => {
    expect(complaint(accept, name, mediaType)).toBe(code);
  });

  it('are offered by the chooser with every ending', () => {
    expect(chooserTypes(accepting('.jpg,.pdf'))).toBe('.pdf,application/pdf,.jpg,.jpeg,.jpe,.jfif,image/jpeg');
    expect(chooserTypes(accepting())).toBe('');
  });

  it('are named once each, in the language of the reader', () => {
    const kinds = kindsNamed(accepting('.jpeg, .jpg,image/tiff'));
    expect(kindNames(kinds)).toBe('fotografia (JPG), scansione (TIFF)');
    expect(inLanguage('en', () => kindNames(kinds))).toBe('photograph (JPG), scan (TIFF)');
    expect(kindsNamed(accepting())).toEqual([]);
  });

  it.each([
    ['.jpg,.p7m', 'documento firmato (P7M), fotografia (JPG)'],
    [undefined, 'testo semplice (TXT)'],
  ])('%s are named to who sends another', (accept, names) => {
    const component = accepting(accept);
    const { code = '', params = {} } = fileComplaint({ name: 'a.exe', size: 1, mediaType: '' }, component) ?? {};
    expect(issueText({ path: 'a', code, params })).toContain(names);
  });

  it('are refused in a document when there is no such kind', () => {
    expect(filepicker.check?.(accepting('.pdf,.exe'))).toMatchObject({ params: { value: '.exe' } });
    expect(
      filepicker.check?.(accepting(fileKinds.map(({ endings: [first = ''] }) => `.${first}`).join())),
    ).toBeUndefined();
  });
});

describe('the size of an attachment', () => {
  const MEBIBYTE = 1024 * 1024;

  it.each([
    [undefined, 20],
    ['200', 200],
    ['5000', 200],
  ])('written as %s is at most %i MB', (maxSizeMb, expected) => {
    expect(sizeLimit(accepting('.pdf', maxSizeMb === undefined ? {} : { maxSizeMb }))).toBe(expected * MEBIBYTE);
  });

  it.each(['0', '201', 'tanto'])('is no %s in a document', (maxSizeMb) => {
    expect(filepicker.check?.(accepting('.pdf', { maxSizeMb }))).toMatchObject({ code: 'form.bad-property' });
  });
});
