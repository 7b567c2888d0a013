/** Bytes to which a section is filled up, so that numbers in it can be read where they lie. */
const ALIGNED = 4;

/** Sections one behind the other, each of one part or many, with their lengths before them. */
export function packSections(sections: readonly (readonly Uint8Array[])[]): Uint8Array[] {
  const lengths = Uint32Array.from([0, ...sections.map(measure)]);
  lengths[0] = sections.length;
  return [
    toBytes(lengths),
    ...sections.flatMap((parts) => [...parts, new Uint8Array(padding(measure(parts)))]),
  ];
}

function measure(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** The sections of which these are the bytes, without copying them; null for bytes of another form. */
export function readSections(bytes: Buffer<ArrayBuffer>, wanted: number): Buffer<ArrayBuffer>[] | null {
  const count = bytes.length < ALIGNED ? 0 : bytes.readUInt32LE(0);
  let at = ALIGNED * (1 + count);
  if (count !== wanted || bytes.length < at) return null;
  const sections: Buffer<ArrayBuffer>[] = [];
  for (let i = 0; i < count; i += 1) {
    const length = bytes.readUInt32LE(ALIGNED * (1 + i));
    sections.push(bytes.subarray(at, at + length));
    at += length + padding(length);
  }
  return at === bytes.length ? sections : null;
}

function padding(length: number): number {
  return (ALIGNED - (length % ALIGNED)) % ALIGNED;
}

/** Parts one behind the other, in memory of their own: numbers may begin there, and it may be handed to another thread. */
export function joinParts(parts: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const whole = Buffer.from(new ArrayBuffer(measure(parts)));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The bytes of some numbers. */
export function toBytes({
  buffer,
  byteOffset,
  byteLength,
}: Uint8Array | Uint16Array | Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The numbers in a section, where they lie. */
export function toUint32({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  return new Uint32Array(buffer, byteOffset, byteLength >> 2);
}

export function toInt32({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return new Int32Array(buffer, byteOffset, byteLength >> 2);
}

export function toUint16({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  return new Uint16Array(buffer, byteOffset, byteLength >> 1);
}
