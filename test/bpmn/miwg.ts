/** The reference models of the interchange working group, where they are laid out beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(__dirname, '../../../shared/data/miwg');

export const models: { name: string; bytes: Uint8Array }[] = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.bpmn')).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  : [];

/** Why the tests over the models are left out, if they are. */
export const missing = models.length ? undefined : `no reference models in ${folder}`;
