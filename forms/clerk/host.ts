import { addressOf, CallProblem, readProblem } from '../contract/client.ts';
import type { Body } from '../contract/bodies.ts';
import { upload } from '../contract/uploads.ts';
import type { BodyOption, Host } from '../kit/host.ts';
import { problemOf } from './problem-of.ts';
import { call } from './queries.ts';
import { tellSessionLost } from './session/session-lost.ts';

const audience = 'office' as const;
const bodiesShown = 10;

/** What the forms of the desk take from outside: public bodies by name, and the keeping of attachments. */
export const host: Host = {
  lookups: {
    bodies: async (q) => (await call('listBodies', { query: { q, limit: bodiesShown } })).items.map(optionOf),
    body: async (bodyId) => (await call('listBodies', { query: { ids: bodyId, limit: 1 } })).items.map(optionOf)[0],
  },
  uploads: {
    add: async (file, _component, onProgress) => {
      try {
        const { uploadId, name, size } = await sendFile(file, onProgress);
        return { uploadId, name, size };
      } catch (error) {
        const { title, detail } = problemOf(error);
        throw new Error(detail ?? title, { cause: error });
      }
    },
    remove: async (uploadId) => {
      await call('deleteUpload', { params: { uploadId }, query: { audience } });
    },
  },
};

function optionOf({ bodyId, name, province }: Body): BodyOption {
  return province === undefined ? { id: bodyId, label: name } : { id: bodyId, label: name, detail: province };
}

/** Sends a file with XMLHttpRequest, since `fetch` does not tell how much has gone out. */
function sendFile(file: File, onProgress: (fraction: number) => void) {
  return new Promise<ReturnType<typeof upload.parse>>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('createUpload', { query: { audience } }));
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
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

async function readUpload(answer: Response) {
  if (answer.status === 401) tellSessionLost();
  if (!answer.ok) throw new CallProblem(await readProblem(answer));
  return upload.parse(await answer.json());
}
