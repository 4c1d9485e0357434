/** Blank forms that travel with sample processes: bytes as base64 text, since every part of a framework and of a package is text. */
import type { Actor } from '../directory.js';
import type { SampleForm } from '../schemas/framework.js';
import type { BlankForms } from '../writes/blank-forms.js';
import type { FrameworkParts } from './parts.js';

export interface FormText { name: string; fileName: string; text: string }

export async function formTexts(forms: BlankForms, procedureId: string): Promise<FormText[]> {
  const listed = [...await forms.list(procedureId)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(listed.map(async ({ _id, name, fileName }) => {
    const pieces: Buffer[] = [];
    const opened = await forms.open(procedureId, _id);
    for await (const piece of opened!.bytes) pieces.push(piece as Buffer);
    return { name, fileName, text: Buffer.concat(pieces).toString('base64') };
  }));
}

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/** Those of a sample process, for a procedure that was just made of it. */
export async function putForms(forms: BlankForms, parts: FrameworkParts, { actor, procedureId, given }: { actor: Actor; procedureId: string; given: readonly SampleForm[] }): Promise<void> {
  for (const { name, fileName, part } of given) await forms.put(actor, procedureId, { name, fileName, bytes: bytesOf(await parts.read(part)) });
}
