/**
 * A ZIP says of each file twice what it is: in front of its bytes and in the directory at the end. Programs differ in which of them they believe,
 * so that an archive under a signature has to say the same in both, and hold nothing beside (APPNOTE 6.3.10, 4.3).
 */
const [LOCAL, DIRECTORY, END, DESCRIPTOR] = [0x04034b50, 0x02014b50, 0x06054b50, 0x08074b50];
const [LOCAL_LENGTH, DIRECTORY_LENGTH, END_LENGTH] = [30, 46, 22];
/** Sizes and check sum stand behind the bytes of the file. */
const STREAMED = 8;
/** The version that is needed, flags and method: the same bytes in both records. The time that follows is when each was written. */
const SAME = { local: 4, directory: 6, length: 6 };

export interface ZipRecords { names: string[]; /** Whose two records differ. */ differing: string[] }
interface Entry { name: string; at: number; sums: Buffer; flags: number; size: number; same: Buffer }

/** Names in the order of the directory; undefined when the bytes are not one archive from the first to the last. */
export function zipRecords(given: Uint8Array): ZipRecords | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  try {
    const end = bytes.length - END_LENGTH;
    if (bytes.readUInt32LE(end) !== END || bytes.readUInt16LE(end + 20) !== 0) return undefined;
    const [count, begin] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
    const entries = directory(bytes, begin, count, end);
    if (!entries) return undefined;
    const differing: string[] = [];
    let at = 0;
    for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
      if (entry.at !== at) return undefined;
      const local = localRecord(bytes, entry);
      if (!local.isSame) differing.push(entry.name);
      at = local.next;
    }
    return at === begin ? { names: entries.map(({ name }) => name), differing } : undefined;
  } catch (error) {
    // Read past the end.
    if (['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}

function directory(bytes: Buffer, begin: number, count: number, end: number): Entry[] | undefined {
  const entries: Entry[] = [];
  let at = begin;
  while (entries.length < count) {
    if (bytes.readUInt32LE(at) !== DIRECTORY) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
    entries.push({
      name: bytes.toString('utf8', at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + name), at: bytes.readUInt32LE(at + 42), flags: bytes.readUInt16LE(at + 8),
      same: bytes.subarray(at + SAME.directory, at + SAME.directory + SAME.length), sums: bytes.subarray(at + 16, at + 28), size: bytes.readUInt32LE(at + 20),
    });
    at += DIRECTORY_LENGTH + name + extra + comment;
  }
  return at === end ? entries : undefined;
}

/** `next`: where it ends, with what stands behind the bytes of the file. */
function localRecord(bytes: Buffer, { name, at, flags, sums, size, same }: Entry): { isSame: boolean; next: number } {
  if (bytes.readUInt32LE(at) !== LOCAL) return { isSame: false, next: -1 };
  const [length, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
  const [begin, own] = [at + LOCAL_LENGTH + length + extra, bytes.subarray(at + 14, at + 26)];
  const isSame = bytes.toString('utf8', at + LOCAL_LENGTH, at + LOCAL_LENGTH + length) === name && same.equals(bytes.subarray(at + SAME.local, at + SAME.local + SAME.length));
  const dataEnd = begin + size;
  if ((flags & STREAMED) === 0) return { isSame: isSame && own.equals(sums), next: dataEnd };
  const behind = dataEnd + (bytes.readUInt32LE(dataEnd) === DESCRIPTOR ? 4 : 0);
  return { isSame: isSame && (own.equals(sums) || own.every((byte) => byte === 0)) && sums.equals(bytes.subarray(behind, behind + sums.length)), next: behind + sums.length };
}
