/** Each rule of `npm run check` is seen to fire on a planted violation: a rule that cannot fail protects nothing. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../services/places.js';
import { temporaryFolder } from '../support/services.js';
import { inNode } from './evaluate.js';

const root = projectRoot();
const CONFIG = '.dependency-cruiser.cjs';

/** Rule → files whose imports break it. An import is written as in a source file. */
const PLANTED: Record<string, Record<string, readonly string[]>> = {
  'no-cycles': { 'models/a.ts': ['./b.js'], 'models/b.ts': ['./a.js'] },
  'engine-is-pure': { 'engine/mining/impure.ts': ['mongoose'] },
  'reader-needs-no-node': { 'engine/bpmn/file.ts': ['node:fs'] },
  'one-reader': { 'models/reader.ts': ['bpmn-moddle'] },
  'graph-stands-alone': { 'engine/graph/g.ts': ['../interpreter/i.js'] },
  'calendar-stands-alone': { 'engine/calendar/c.ts': ['../interpreter/i.js'] },
  'evaluator-knows-no-parser': { 'engine/expression/evaluate.ts': ['./between.js'], 'engine/expression/between.ts': ['./parse.js'], 'engine/expression/parse.ts': [] },
  'reader-knows-no-interpreter': { 'engine/bpmn/runs.ts': ['../interpreter/i.js'] },
  'interpreter-knows-no-reader': { 'engine/interpreter/reads.ts': ['../bpmn/read.js'], 'engine/bpmn/read.ts': [] },
  'analysis-knows-no-reader': { 'engine/analysis/reads.ts': ['../bpmn/read.js'] },
  'mining-knows-no-rules': { 'engine/mining/m.ts': ['../analysis/a.js'], 'engine/analysis/a.ts': [] },
  'log-checks-know-no-reader': { 'engine/log-checks/l.ts': ['../bpmn/read.js'] },
  'workflow-knows-no-zone-names': { 'workflows/index.ts': ['./dossier/d.js'], 'engine/calendar/zone.ts': [] },
  'bundle-is-small': { 'workflows/index.ts': ['./dossier/d.js'], 'workflows/dossier/d.ts': ['../../engine/bpmn/read.js', '../../engine/calendar/zone.js'] },
  'workflow-needs-no-node': { 'workflows/dossier/os.ts': ['node:os'] },
  'activities-know-no-workflow': { 'workflows/activities/act.ts': ['../dossier/d.js'] },
  'one-worker': { 'models/worker.ts': ['@temporalio/worker'] },
  'hosts-know-no-server': { 'workflows/h.ts': ['../server/s.js'] },
  'models-know-no-host': { 'models/h.ts': ['../workflows/host.js'], 'workflows/host.ts': [] },
  'routes-know-interfaces': { 'server/routes/r.ts': ['mongoose'] },
  'pages-are-pure': { 'server/pages/p.ts': ['../s.js'], 'server/s.ts': [] },
  'designer-stands-alone': { 'designer/d.ts': ['react'] },
  'web-speaks-http': { 'web/w.ts': ['../models/h.js'] },
  'services-know-nobody': { 'services/s.ts': ['../models/h.js'] },
  'services-are-started-in-one-place': { 'server/x.ts': ['../services/index.js'], 'services/index.ts': [] },
  'no-unknown': { 'models/lost.ts': ['./nowhere.js'] },
};
const PACKAGES = ['mongoose', 'bpmn-moddle', '@temporalio/worker', 'react'];

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function plantTree(folder: string): void {
  copyFileSync(join(root, CONFIG), join(folder, CONFIG));
  copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  write(join(folder, 'engine/interpreter/i.ts'), 'export const i = 1;\n');
  for (const name of PACKAGES) {
    write(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(join(folder, 'node_modules', name, 'index.js'), 'module.exports = {};\n');
  }
  for (const files of Object.values(PLANTED)) {
    for (const [path, imports] of Object.entries(files)) {
      write(join(folder, path), [...imports.map((name) => `import '${name}';`), 'export const it = 1;', ''].join('\n'));
    }
  }
}

test('every import rule fires on the violation planted for it', () => {
  const folder = temporaryFolder();
  plantTree(folder.path);
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const run = spawnSync(process.execPath, [program, '--config', CONFIG, '--output-type', 'json', '.'], { cwd: folder.path, encoding: 'utf8', maxBuffer: 2 ** 26 });
  folder.remove();
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const fired = (rule: string): string[] => summary.violations.filter((violation) => violation.rule.name === rule).map((violation) => violation.from);
  const quiet = Object.entries(PLANTED).filter(([rule, files]) => !fired(rule).some((from) => from in files)).map(([rule]) => rule);
  expect(quiet).toEqual([]);
  const { forbidden } = createRequire(__filename)(join(root, CONFIG)) as { forbidden: { name: string }[] };
  expect(forbidden.map((rule) => rule.name).sort()).toEqual(Object.keys(PLANTED).sort());
});

test('every lint rule of purity and size fires on the violation planted for it, and only in its place', () => {
  const long = (lines: number): string => Array.from({ length: lines }, (_, line) => `  void ${line};`).join('\n');
  const cases: [path: string, code: string, rule: string][] = [
    ['engine/x.ts', 'export const now = Date.now();', 'no-restricted-properties'],
    ['engine/x.ts', 'export const dice = Math.random();', 'no-restricted-properties'],
    ['engine/x.ts', 'export const now = new Date();', 'no-restricted-syntax'],
    ['engine/x.ts', 'export const hour = (at: Date) => at.getHours();', 'no-restricted-syntax'],
    ['engine/x.ts', "export const sort = (a: string, b: string) => a.localeCompare(b);", 'no-restricted-syntax'],
    ['engine/x.ts', 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
    ['server/x.ts', `export function f(): void {\n${long(60)}\n}`, 'max-lines-per-function'],
    ['server/x.ts', long(260), 'max-lines'],
    ['server/x.ts', "console.log('x');", 'no-console'],
    ['server/x.ts', "import { Server } from 'node:net';\nexport type S = Server;", '@typescript-eslint/consistent-type-imports'],
  ];
  const found = inNode<string[][]>(`
    const { ESLint } = await import('eslint');
    const eslint = new ESLint();
    const cases = ${JSON.stringify(cases)};
    return Promise.all(cases.map(async ([filePath, code]) => (await eslint.lintText(code, { filePath }))[0].messages.map((message) => message.ruleId)));`);
  cases.forEach(([, , rule], index) => expect(found[index]).toContain(rule));
  const allowed = inNode<string[]>(`
    const { ESLint } = await import('eslint');
    const [result] = await new ESLint().lintText('export const now = Date.now();', { filePath: 'server/x.ts' });
    return result.messages.map((message) => message.ruleId);`);
  expect(allowed).toEqual([]);
});
