/** Heads of the chains, kept in a file outside the database: whoever can alter the database cannot cut a chain unseen. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** After block `n` of an agency the head was `hash`. */
export interface Anchor { agencyId: string; n: number; hash: string; at: string }
export interface Anchors { add(anchor: Anchor): Promise<void> }

export function anchorFile(path: string): Anchors {
  return {
    add: async (anchor) => {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
    },
  };
}

/** A last line that a crash has cut is left out. Throws what reading throws, and for any other line that is no anchor. */
export async function readAnchors(path: string): Promise<Anchor[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.slice(0, -1).filter((line) => line !== '').map((line, index) => {
    try {
      const { agencyId, n, hash, at } = JSON.parse(line) as Anchor;
      if (typeof agencyId === 'string' && Number.isInteger(n) && /^[0-9a-f]{64}$/.test(hash)) return { agencyId, n, hash, at };
    } catch { /* told below */ }
    throw new Error(`line ${index + 1} of ${path} is no anchor`);
  });
}
