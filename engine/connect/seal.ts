import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a sealed text is about; it opens for nothing else. */
export type About = readonly string[];

const VERSION = 'v1';
const TAG_BYTES = 16;

/** A text that only the key opens: AES-256-GCM, bound to what it is about. @param key 32 bytes */
export function seal(key: Buffer, text: string, about: About): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(JSON.stringify(about)));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/**
 * The text that was sealed.
 *
 * @throws Error when the key is another one, the text was altered, or it is about something else
 */
export function unseal(key: Buffer, sealed: string, about: About): string {
  const [version, ...parts] = sealed.split('.');
  const [iv, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || !iv || !body || tag?.length !== TAG_BYTES) throw new Error('This is no sealed text');
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAAD(Buffer.from(JSON.stringify(about)));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
