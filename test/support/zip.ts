import { crc32, deflateRawSync } from 'node:zlib';

/** A member of an archive; `said` is the unpacked size that the archive states, where it does not tell the truth. */
export interface Member {
  readonly name: string;
  readonly content: Buffer | string;
  readonly said?: number;
  readonly isEncrypted?: boolean;
}

/** A ZIP archive (APPNOTE 6.3.10) of these members, all deflated; its directory may list each of them several times. */
export function aZip(members: readonly Member[], { listed = 1 } = {}): Buffer {
  const packed = members.map((member) => ({ ...member, ...pack(member) }));
  let at = 0;
  const places = packed.map(({ local }) => {
    const place = at;
    at += local.length;
    return place;
  });
  const once = packed.map(({ central }, index) => {
    central.writeUInt32LE(places[index] ?? 0, 42);
    return central;
  });
  const directory = Array.from({ length: listed }, () => once).flat();
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length * listed, 8);
  end.writeUInt16LE(members.length * listed, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...packed.map(({ local }) => local), ...directory, end]);
}

function pack({ name, content, said, isEncrypted = false }: Member): { local: Buffer; central: Buffer } {
  const bytes = Buffer.from(content);
  const deflated = deflateRawSync(bytes);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(isEncrypted ? 1 : 0, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(deflated.length, 14);
  facts.writeUInt32LE(said ?? bytes.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, Buffer.from(name), deflated]);
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, Buffer.alloc(14), Buffer.from(name)]);
  return { local, central };
}
