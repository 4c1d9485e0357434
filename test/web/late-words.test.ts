/** A part of the pages that is loaded late brings the words it says, or is only ever shown by a page that has them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { vi as first } from '../../web/i18n/vi/index.js';

const ROOT = join(__dirname, '../..');
const START = 'web/main.tsx';
type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, path = ''): string[] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : flat(value, `${path}${key}.`)));

const files = readdirSync(join(ROOT, 'web'), { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path)).map((path) => join('web', path));
const source = new Map(files.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
function resolved(from: string, to: string): string[] {
  const path = normalize(join(dirname(from), to)).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}.tsx`].filter((each) => source.has(each) || existsSync(join(ROOT, each)));
}
const imports = (file: string, pattern: RegExp): string[] => [...(source.get(file) ?? '').matchAll(pattern)].flatMap((match) => resolved(file, match[1] ?? '')).filter((each) => source.has(each));
const now = new Map(files.map((file) => [file, imports(file, /^(?:import|export)\s(?!type\b)(?:[^'";]*from\s+)?'(\.[^']+)'/gm)]));
const later = new Map(files.map((file) => [file, imports(file, /\bimport\('(\.[^']+)'\)/g)]));

function closure(entry: string): Set<string> {
  const seen = new Set([entry]);
  for (const file of seen) for (const next of now.get(file) ?? []) seen.add(next);
  return seen;
}
const entries = [...new Set([START, ...[...later.values()].flat().filter((file) => !file.includes('/i18n/'))])];
const closures = new Map(entries.map((entry) => [entry, closure(entry)]));

/** Of the catalogues that this file adds. */
function added(file: string): string[] {
  if (!source.get(file)?.includes('addWords({')) return [];
  return (now.get(file) ?? []).filter((each) => each.startsWith('web/i18n/vi/')).flatMap((each) => Object.values(jest.requireActual<Record<string, Tree>>(join(ROOT, each))).flatMap((tree) => flat(tree)));
}

/** Words that are surely there when `entry` is shown: its own, and those of whichever page shows it. */
function known(entry: string, above: readonly string[] = []): Set<string> {
  const own = [...(closures.get(entry) ?? [])].flatMap(added);
  const shownBy = entries.filter((each) => each !== entry && !above.includes(each) && [...(closures.get(each) ?? [])].some((file) => later.get(file)?.includes(entry)));
  const [one, ...others] = shownBy.map((each) => known(each, [...above, entry]));
  const common = [...(one ?? [])].filter((key) => others.every((each) => each.has(key)));
  return new Set([...own, ...common, ...(entry === START ? flat(first as Tree) : [])]);
}

test('parts that are loaded late are found', () => expect(entries.length).toBeGreaterThan(15));

test.each(entries)('%s', (entry) => {
  const words = known(entry);
  const asked = [...(closures.get(entry) ?? [])].flatMap((file) => [...(source.get(file) ?? '').matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1] ?? ''));
  expect([...new Set(asked)].filter((key) => !words.has(key) && !words.has(`${key}_other`))).toEqual([]);
});
