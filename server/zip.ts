/** Several files as one, written while they are read: none of them is held in memory longer than that. */
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type ZipEntry = { name: string; text: string } | { name: string; bytes: Buffer } | { name: string; open: () => Readable };

/** Pictures and PDF files are compressed already: bytes are stored as they are. Ends early when nobody reads any more. */
export async function sendZip(out: Writable, entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Promise<void> {
  let failed: Error | undefined;
  let full = false;
  const zip = new Zip((error, chunk, final) => {
    if (error) failed = error;
    else full = !out.write(chunk);
    if (final) out.end();
  });
  const drained = async (): Promise<void> => {
    if (!full || out.destroyed) return;
    const waited = new AbortController();
    await Promise.race(['drain', 'close'].map((event) => once(out, event, { signal: waited.signal }))).finally(() => { waited.abort(); });
  };
  for await (const entry of entries) {
    const file = 'text' in entry ? new ZipDeflate(plain(entry.name), { level: 6 }) : new ZipPassThrough(plain(entry.name));
    // Else it is when each of the two records of the file is written.
    file.mtime = Date.now();
    zip.add(file);
    if ('open' in entry) {
      for await (const chunk of entry.open() as AsyncIterable<Buffer>) {
        file.push(chunk);
        await drained();
      }
      file.push(new Uint8Array(), true);
    } else file.push('text' in entry ? Buffer.from(entry.text) : entry.bytes, true);
    await drained();
    if (out.destroyed) return;
    if (failed) throw failed;
  }
  zip.end();
}

/** Nothing that could lead out of the folder into which it is unpacked. */
const plain = (name: string): string => name.split('/').map((part) => part.replace(/[\\:*?"<>|\u0000-\u001f]/g, '_').replace(/^\.+/, '_')).join('/');
