/** Several files as one, written while they are read: none of them is held in memory whole. */
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type ZipEntry = { name: string; text: string } | { name: string; open: () => Readable };

/** Pictures and PDF files are compressed already: they are stored as they are. */
export async function sendZip(out: Writable, entries: readonly ZipEntry[]): Promise<void> {
  let failed: Error | undefined;
  let full = false;
  const zip = new Zip((error, chunk, final) => {
    if (error) failed = error;
    else full = !out.write(chunk);
    if (final) out.end();
  });
  for (const entry of entries) {
    const isText = 'text' in entry;
    const file = isText ? new ZipDeflate(plain(entry.name), { level: 6 }) : new ZipPassThrough(plain(entry.name));
    zip.add(file);
    if (isText) file.push(Buffer.from(entry.text), true);
    else {
      for await (const chunk of entry.open() as AsyncIterable<Buffer>) {
        file.push(chunk);
        if (full) await once(out, 'drain');
      }
      file.push(new Uint8Array(), true);
    }
    if (failed) throw failed;
  }
  zip.end();
}

/** Nothing that could lead out of the folder into which it is unpacked. */
const plain = (name: string): string => name.split('/').map((part) => part.replace(/[\\:*?"<>|\u0000-\u001f]/g, '_').replace(/^\.+/, '_')).join('/');
