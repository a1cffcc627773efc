import { describe, expect, it } from 'vitest';
import type { Component } from '../../../../forms/schema/document.ts';
import type { PartyRole, Upload } from '../../../../engine/core/dossier.ts';
import { attachUploads } from '../../../../engine/core/step/attachments.ts';
import { sceneOf, unmoved } from '../../../../engine/core/step/progress.ts';
import { aCitizen, aContext, aDossier, anUpload, sha256 } from '../../../support/builders.ts';

const picker = (key: string, readableBy?: string): Component => ({
  ...{ type: 'filepicker', key, label: key.toUpperCase() },
  ...(readableBy === undefined ? {} : { properties: { readableBy } }),
});
const named = (uploadId: string) => ({ uploadId, name: `${uploadId}.pdf`, size: 1 });
const upload = (uploadId: string, changes: Partial<Upload> = {}) =>
  anUpload({ uploadId, name: `${uploadId}.pdf`, sha256: sha256(uploadId), ...changes });

interface Given {
  readonly components: readonly Component[];
  readonly values: object;
  readonly uploads: readonly Upload[];
  readonly by?: PartyRole;
}

async function attached({ components, values, uploads, by }: Given) {
  const { registration: _, ...context } = await aContext({ uploads });
  const form = { type: 'default', id: 'f', schemaVersion: 18, components } as const;
  const attaching = { form, values: values as never, elementId: 'e', ...(by && { by }) };
  return attachUploads(unmoved(aDossier()), attaching, sceneOf(aCitizen(), context));
}

describe('files of an answered form', () => {
  it('become documents of the dossier, as they were put up and by whoever sent them', async () => {
    const step = await attached({
      components: [picker('delega')],
      values: { delega: [named('u1'), named('u2')] },
      uploads: [upload('u1'), upload('u2'), upload('u3')],
      by: 'applicant',
    });
    expect(step.uploadsBound).toEqual(['u1', 'u2']);
    expect(step.documents[0]).toEqual({
      ...{ documentId: 'u1', kind: 'attachment', title: 'DELEGA', fileName: 'u1.pdf', mediaType: 'application/pdf' },
      ...{ size: 1000, sha256: sha256('u1'), addedAt: '2026-03-02T09:00:00.000Z', addedBy: 'Giulia Bianchi' },
      readableBy: ['applicant'],
    });
    expect(step.events.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'documents.added',
        data: {
          ...{ documentIds: ['u1', 'u2'], titles: ['DELEGA'], hashes: [sha256('u1'), sha256('u2')], count: 2 },
          ...{ readableBy: ['applicant'], kind: 'attachment', by: 'applicant', elementId: 'e' },
        },
      },
    ]);
  });

  it('that the dossier holds already stay as they are', async () => {
    const step = await attached({
      components: [picker('delega')],
      values: { delega: [named('u1')] },
      uploads: [upload('u1', { dossierId: 'd' })],
    });
    expect(step).toMatchObject({ documents: [], uploadsBound: [], events: [] });
  });

  it('are found in lists too, and only where a file is asked for', async () => {
    const list: Component = { type: 'dynamiclist', path: 'righe', label: 'Righe', components: [picker('foto')] };
    const step = await attached({
      components: [list, { type: 'textfield', key: 'testo', label: 'Testo' }, picker('vuoto')],
      values: { righe: [{ foto: [named('u1')] }, { foto: [named('u2')] }, {}], testo: 'u3' },
      uploads: [upload('u1'), upload('u2'), upload('u3')],
      by: 'applicant',
    });
    expect(step.documents.map(({ documentId, title }) => `${documentId} ${title}`)).toEqual(['u1 FOTO', 'u2 FOTO']);
    expect(step.events).toHaveLength(1);
  });

  it('have their own names where the field has none', async () => {
    const step = await attached({
      components: [{ type: 'filepicker', key: 'delega' }],
      values: { delega: [named('u1')] },
      uploads: [upload('u1')],
    });
    expect(step.documents).toMatchObject([{ title: 'u1.pdf' }]);
    expect(step.events[0]?.data).toMatchObject({ titles: [''], by: 'office' });
  });
});

describe('who reads a file', () => {
  const readersOf = async (readableBy: string | undefined, by?: PartyRole) => {
    const step = await attached({
      components: [picker('f', readableBy)],
      values: { f: [named('u1')] },
      uploads: [upload('u1')],
      ...(by && { by }),
    });
    return step.documents[0]?.readableBy;
  };

  it.each([
    { file: 'of the office alone', readers: [] },
    {
      file: 'of the office, for the parties that its field names',
      readableBy: 'applicant, third-parties',
      readers: ['applicant', 'third-parties'],
    },
    { file: 'of the applicant', by: 'applicant', readers: ['applicant'] },
    {
      file: 'of the applicant, for third parties too',
      readableBy: 'third-parties',
      by: 'applicant',
      readers: ['applicant', 'third-parties'],
    },
    { file: 'of a third party: they alone', by: 'third-parties', readers: ['person:giulia'] },
    {
      file: 'of a third party, for the applicant',
      readableBy: 'applicant',
      by: 'third-parties',
      readers: ['applicant', 'person:giulia'],
    },
    {
      file: 'of a third party, for all of them',
      readableBy: 'third-parties',
      by: 'third-parties',
      readers: ['third-parties'],
    },
  ] as const)('$file', async ({ readers, ...given }) => {
    const { readableBy, by } = { readableBy: undefined, by: undefined, ...given };
    expect(await readersOf(readableBy, by)).toEqual(readers);
  });
});

it('without a form there is nothing to attach', async () => {
  const attaching = { form: undefined, values: {}, elementId: 'e' };
  const step = attachUploads(unmoved(aDossier()), attaching, sceneOf(aCitizen(), await aContext()));
  expect(step).toEqual(unmoved(aDossier()));
});
