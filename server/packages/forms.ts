/** Blank forms of a procedure in a package: bytes as base64 text, since every part of a package is text. */
import { examineContent } from '../../models/files/content.js';
import { Refusal } from '../../models/problem.js';
import type { BlankForms } from '../../models/writes/blank-forms.js';
import type { Part } from './archive.js';

export interface PackedForm { name: string; fileName: string; part: string }

export async function packForms(forms: BlankForms, procedureId: string, code: string): Promise<{ forms: PackedForm[]; parts: Part[] }> {
  const listed = [...await forms.list(procedureId)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const packed = await Promise.all(listed.map(async ({ _id, name, fileName }, n) => {
    const pieces: Buffer[] = [];
    const opened = await forms.open(procedureId, _id);
    for await (const piece of opened!.bytes) pieces.push(piece as Buffer);
    return { name, fileName, part: `parts/forms/${code}-${n + 1}.b64`, text: Buffer.concat(pieces).toString('base64') };
  }));
  return { forms: packed.map(({ text: _text, ...form }) => form), parts: packed.map(({ part, text }) => ({ path: part, text })) };
}

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/** Throws Refusal bad-package where a form is no file that could be put there. */
export async function checkForm({ part, fileName }: PackedForm, text: string): Promise<void> {
  const examined = /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? await examineContent(fileName, bytesOf(text)) : { problem: 'it is no base64' };
  if ('problem' in examined) throw new Refusal('bad-package', `${part}: ${examined.problem}`);
}
