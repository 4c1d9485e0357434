/**
 * One folder for each check: `bad*` must be found, as `expected.json` says, and nothing more; `good*` and `near*` must not; for `unknown*`
 * the check says what it lacks. A folder in place of a file is a library. `expected.json` names a day for frameworks as `on`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '../../engine/check.js';
import { check } from '../../engine/check.js';
import { readModel } from '../../engine/session/read-model.js';

const folder = join(__dirname, 'fixtures');
interface Unknown { missing: string[] }
type Expected = Record<string, object[] | Unknown>;

async function answers(path: string, id: string, on?: string): Promise<Finding[]> {
  const isLibrary = statSync(path).isDirectory();
  const files = isLibrary ? readdirSync(path).sort().map((each) => join(path, each)) : [path];
  const models = await Promise.all(files.map((each) => readModel(readFileSync(each, 'utf8'), basename(each))));
  return check(models, { checks: [id], library: isLibrary, ...(on !== undefined && { on }) });
}

describe.each(readdirSync(folder).sort())('%s', (id) => {
  const expected = JSON.parse(readFileSync(join(folder, id, 'expected.json'), 'utf8')) as Expected & { on?: string };
  const names = readdirSync(join(folder, id)).filter((each) => each !== 'expected.json').sort();

  it('has what must be found, what is right, and what is nearly wrong', () => {
    for (const kind of ['bad', 'good', 'near']) expect(names.filter((each) => each.startsWith(kind))).not.toEqual([]);
  });
  it.each(names)('%s', async (name) => {
    const found = await answers(join(folder, id, name), id, expected.on);
    const wanted = expected[name] ?? [];
    if ('missing' in wanted) expect(found).toEqual([expect.objectContaining({ check: id, canTell: false, missing: wanted.missing })]);
    else expect(found).toMatchObject(wanted.map((each) => ({ check: id, canTell: true, ...each })));
  });
});
