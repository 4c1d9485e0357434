/** Blank forms of a procedure in a package. */
import { examineContent } from '../../models/files/content.js';
import { bytesOf, type FormText } from '../../models/frameworks/forms.js';
import { Refusal } from '../../models/problem.js';
import type { Part } from './archive.js';

export interface PackedForm { name: string; fileName: string; part: string }

/** `named`: by which the parts of the drawing are named. */
export function packForms(texts: readonly FormText[], named: string): { forms: PackedForm[]; parts: Part[] } {
  const pathOf = (n: number): string => `parts/forms/${named}-${n + 1}.b64`;
  return { forms: texts.map(({ name, fileName }, n) => ({ name, fileName, part: pathOf(n) })), parts: texts.map(({ text }, n) => ({ path: pathOf(n), text })) };
}

/** Throws Refusal bad-package where a form is no file that could be put there. */
export async function checkForm({ part, fileName }: PackedForm, text: string): Promise<void> {
  const examined = /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? await examineContent(fileName, bytesOf(text)) : { problem: 'it is no base64' };
  if ('problem' in examined) throw new Refusal('bad-package', `${part}: ${examined.problem}`);
}
