import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * Payloads of one model in memory, gone with the process. Small on purpose: only a development machine signs in here.
 */
export function memoryAdapter(): (model: string) => Adapter {
  const rows = new Map<string, { readonly payload: AdapterPayload; readonly expiresAt: number }>();
  const find = (key: string): AdapterPayload | undefined => {
    const row = rows.get(key);
    if (row !== undefined && row.expiresAt > Date.now()) return row.payload;
    rows.delete(key);
    return undefined;
  };
  const firstWhere = (model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...rows.keys()]
      .filter((key) => key.startsWith(`${model}:`))
      .map(find)
      .find((payload) => payload !== undefined && matches(payload));

  return (model) => ({
    upsert: (id, payload, expiresIn) => {
      rows.set(`${model}:${id}`, {
        payload,
        expiresAt: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000,
      });
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(find(`${model}:${id}`)),
    findByUid: (uid) => Promise.resolve(firstWhere(model, (payload) => payload.uid === uid)),
    findByUserCode: (userCode) => Promise.resolve(firstWhere(model, (payload) => payload.userCode === userCode)),
    consume: (id) => {
      const payload = find(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      return Promise.resolve();
    },
    destroy: (id) => {
      rows.delete(`${model}:${id}`);
      return Promise.resolve();
    },
    revokeByGrantId: (grantId) => {
      for (const [key, row] of rows) if (row.payload.grantId === grantId) rows.delete(key);
      return Promise.resolve();
    },
  });
}
