import { readFile } from 'node:fs/promises';

/** An XML file as text, read in the encoding that its declaration names, which from then on is that of any text. */
export async function readXmlFile(path: string): Promise<string> {
  const bytes = await readFile(path);
  const encoding = /encoding=["']([\w-]+)["']/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replace(/(encoding=["'])[\w-]+(["'])/, '$1UTF-8$2');
}

/** A JSON file, of the type that the caller knows it to have. */
export async function readJsonFile<T>(path: string): Promise<T> {
  const content: T = JSON.parse(await readFile(path, 'utf8'));
  return content;
}

/**
 * Replaces the body of XML elements of some names (without prefix), which may be CDATA and has its entities resolved.
 */
export function replaceBodies(xml: string, names: readonly string[], replace: (body: string) => string): string {
  const pattern = new RegExp(
    `(<((?:[\\w-]+:)?(?:${names.join('|')}))(?:\\s[^>]*[^/>]|\\s*)>)([\\s\\S]*?)(</\\2>)`,
    'g',
  );
  // eslint-disable-next-line max-params -- replacers get a parameter for each group of their pattern
  return xml.replace(pattern, (_all, open: string, _name, body: string, close: string) => {
    return `${open}${escapeXml(replace(textOf(body)))}${close}`;
  });
}

/** A text as the body or attribute of an XML element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The text of an XML body. */
export function textOf(body: string): string {
  const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/.exec(body)?.[1];
  if (cdata !== undefined) return cdata.trim();
  const text = body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'");
  return text.replaceAll('&amp;', '&').trim();
}
