import type { Body } from '../contract/bodies.ts';
import { sendFile } from '../contract/send-file.ts';
import type { BodyOption, Host } from '../kit/host.ts';
import { problemOf } from './layout/Refusal.tsx';
import { call } from './queries.ts';

const audience = 'citizen' as const;
const BODIES_SHOWN = 10;

/** What the forms of the portal take from outside: public bodies by name, and the keeping of attachments. */
export const host: Host = {
  lookups: {
    bodies: async (q) => (await call('listBodies', { query: { q, limit: BODIES_SHOWN } })).items.map(optionOf),
    body: async (bodyId) => (await call('listBodies', { query: { ids: bodyId, limit: 1 } })).items.map(optionOf)[0],
  },
  uploads: {
    add: async (file, _component, onProgress) => {
      try {
        const { uploadId, name, size } = await sendFile(file, { audience, onProgress });
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
