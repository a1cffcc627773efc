import type { Body } from '../contract/bodies.ts';
import { addressOf, type Client } from '../contract/client.ts';
import { sendFile } from '../contract/send-file.ts';
import { language } from '../text/language.ts';
import { isSignedOut, problemOf } from './failure.ts';
import type { BodyOption, Host } from './host.ts';
import { outsideLists } from './outside-lists.ts';

const BODIES_SHOWN = 10;

/** What the host of an app is made of. */
export interface ServerHostSettings {
  readonly call: Client;
  readonly audience: 'citizen' | 'office';
  /** Told when a file meets the end of the session: sending a file does not go through `call`. */
  readonly onSignedOut?: () => void;
}

/**
 * What forms take from the server: public bodies by name, lists that stand outside the form, and the keeping of
 * attachments.
 */
export function serverHost({ call, audience, onSignedOut }: ServerHostSettings): Host {
  const outside = outsideLists(call);
  return {
    known: outside.known,
    lookups: {
      ...outside.lookups,
      bodies: async (q) => (await call('listBodies', { query: { q, limit: BODIES_SHOWN } })).items.map(optionOf),
      body: async (bodyId) => (await call('listBodies', { query: { ids: bodyId, limit: 1 } })).items.map(optionOf)[0],
    },
    uploads: {
      add: async (file, _component, sending) => {
        try {
          return await sendFile(file, { audience, language: language(), ...sending });
        } catch (error) {
          if (isSignedOut(error)) onSignedOut?.();
          const { title, detail } = problemOf(error);
          throw new Error(detail ?? title, { cause: error });
        }
      },
      remove: async (uploadId) => {
        await call('deleteUpload', { params: { uploadId }, query: { audience } });
      },
      href: (uploadId) => addressOf('readUpload', { params: { uploadId }, query: { audience } }),
    },
  };
}

function optionOf({ bodyId, name, province }: Body): BodyOption {
  return province === undefined ? { id: bodyId, label: name } : { id: bodyId, label: name, detail: province };
}
