import { addressOf, CallProblem, readProblem } from './client.ts';
import { upload, type UploadBody } from './uploads.ts';

/** What sending a file needs to know. */
export interface FileSending {
  readonly audience: 'citizen' | 'office';
  /** The language in which a refusal is wanted. */
  readonly language: string;
  /** Told fractions from 0 to 1 while the file goes out. */
  readonly onProgress: (fraction: number) => void;
  /** Gives the file up. */
  readonly signal: AbortSignal;
}

/**
 * Stores a file on the server (`createUpload`). Uses XMLHttpRequest, since `fetch` does not tell how much has gone out.
 * @throws CallProblem when the server refuses the file; TypeError when it cannot be reached
 */
export function sendFile(file: File, { audience, language, onProgress, signal }: FileSending): Promise<UploadBody> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('createUpload', { query: { audience } }));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', language);
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    signal.addEventListener('abort', () => request.abort());
    request.onabort = () => reject(new DOMException('The upload was given up', 'AbortError'));
    request.onerror = () => reject(new TypeError('The upload was interrupted'));
    request.onload = () => {
      const answer = new Response(request.responseText, { status: request.status });
      void readUpload(answer).then(resolve, reject);
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

async function readUpload(answer: Response): Promise<UploadBody> {
  if (!answer.ok) throw new CallProblem(await readProblem(answer));
  return upload.parse(await answer.json());
}
