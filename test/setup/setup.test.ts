import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../services/places.js';
import { temporaryFolder } from '../support/services.js';
import { inNode } from './evaluate.js';

interface Lock { packages: Record<string, { version?: string; optional?: boolean; optionalDependencies?: Record<string, string> }> }

const messageOf = (call: string): string => `try { ${call}; return 'no error'; } catch (error) { return error.message; }`;

describe('what is missing is told in one block', () => {
  test('an old Node', () => {
    const message = inNode<string>(`const { checkNode } = await import('./scripts/setup/packages.mjs'); ${messageOf("checkNode('18.20.4')")}`);
    expect(message).toMatch(/20\.19.*18\.20\.4[^]*looked at:[^]*to get it:/);
  });

  test.each(['20.19.0', '22.1.0', '24.0.0'])('Node %s is new enough', (version) => {
    expect(inNode(`const { checkNode } = await import('./scripts/setup/packages.mjs'); ${messageOf(`checkNode('${version}')`)}`)).toBe('no error');
  });

  test('a service without the program that would get it', () => {
    const folder = temporaryFolder();
    const message = inNode<string>(
      `const { obtainTestServer } = await import('./scripts/setup/test-server.mjs'); ${messageOf('await obtainTestServer()')}`,
      { PATH: '', DOSSIERFLOW_CACHE: folder.path },
    );
    folder.remove();
    expect(message).toContain(folder.path);
    expect(message).toContain('java on PATH');
    expect(message.match(/to get it:/g)).toHaveLength(1);
  });
});

describe('packages', () => {
  /** Whether node_modules with `installed` matches a lock file with `wanted`. */
  function match(wanted: Lock['packages'], installed?: Lock['packages']): boolean {
    const folder = temporaryFolder();
    writeFileSync(join(folder.path, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
    mkdirSync(join(folder.path, 'node_modules'));
    if (installed) writeFileSync(join(folder.path, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
    const result = inNode<boolean>(`const { packagesMatch } = await import('./scripts/setup/packages.mjs'); return packagesMatch(${JSON.stringify(folder.path)});`);
    folder.remove();
    return result;
  }
  const one = { 'node_modules/a': { version: '1.0.0' } };

  test.each([
    ['nothing installed', one, undefined, false],
    ['the same', one, one, true],
    ['another version', one, { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one is missing', one, {}, false],
    ['one for another system is missing', { ...one, 'node_modules/b': { version: '1.0.0', optional: true } }, one, true],
    ['one too many', one, { ...one, 'node_modules/c': { version: '1.0.0' } }, false],
  ])('%s', (_name, wanted, installed, expected) => {
    expect(match(wanted, installed)).toBe(expected);
  });

  test('the lock file names the packages of every system, else npm ci refuses it on a registry that lacks some', () => {
    const { packages } = JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')) as Lock;
    const missing = Object.entries(packages).flatMap(([path, entry]) => Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]));
    expect(missing).toEqual([]);
  });
});

describe('the closing line of npm test', () => {
  const none = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 };
  test.each([
    [{ ...none, numPassedTests: 3 }, '3 passed, 0 failed', true],
    [{ ...none, numPassedTests: 3, numPendingTests: 1 }, '3 passed, 0 failed, 1 skipped', true],
    [{ ...none, numPassedTests: 3, numFailedTests: 1 }, '3 passed, 1 failed', false],
    [{ ...none, numPassedTests: 3, numRuntimeErrorTestSuites: 1 }, '3 passed, 1 failed', false],
    [none, '0 passed, 0 failed', false],
  ])('%j', (report, line, success) => {
    expect(inNode(`const { summary } = await import('./scripts/test/summary.mjs'); return summary(${JSON.stringify(report)});`)).toEqual({ line, success });
  });
});

describe('files that failed run once more, alone', () => {
  const test = (fullName: string, status: string) => ({ fullName, status });
  const file = (name: string, ...assertionResults: ReturnType<typeof test>[]) => ({ name, assertionResults, status: assertionResults.length > 0 && assertionResults.every(({ status }) => status !== 'failed') ? 'passed' : 'failed' });
  const first = { success: false, testResults: [file('a', test('one', 'passed')), file('b', test('two', 'failed'), test('three', 'failed'), test('four', 'pending')), file('c')] };
  const after = (...testResults: ReturnType<typeof file>[]): unknown => inNode(`
    const { filesToRepeat, repeated } = await import('./scripts/test/again.mjs');
    const { summary } = await import('./scripts/test/summary.mjs');
    const first = ${JSON.stringify(first)};
    const { report, unsteady } = repeated(first, ${JSON.stringify({ testResults })});
    return [filesToRepeat(first), unsteady, summary(report)];`);

  it('what fails again is failed, what passes is told', () => {
    expect(after(file('b', test('two', 'failed'), test('three', 'passed'), test('four', 'pending')), file('c'))).toEqual([['b', 'c'], ['three'], { line: '2 passed, 2 failed, 1 skipped', success: false }]);
    expect(after(file('b', test('two', 'passed'), test('three', 'passed'), test('four', 'pending')), file('c', test('five', 'passed')))).toEqual([['b', 'c'], ['two', 'three'], { line: '4 passed, 0 failed, 1 skipped', success: true }]);
  });

  it('what did not run again stays failed', () => {
    expect(after()).toEqual([['b', 'c'], [], { line: '1 passed, 3 failed, 1 skipped', success: false }]);
  });

  it('many failed files are no accident', () => {
    const many = { testResults: Array.from({ length: 6 }, (_, index) => file(String(index))) };
    expect(inNode(`const { filesToRepeat } = await import('./scripts/test/again.mjs'); return filesToRepeat(${JSON.stringify(many)});`)).toEqual([]);
  });
});

test('a part of the build is repeated when, and only when, an input or its output changed', () => {
  const built = inNode<boolean[]>(`
    const { whenChanged } = await import('./scripts/build/inputs.mjs');
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const folder = mkdtempSync('dist/stamp-');
    const input = folder + '/input', output = folder + '/output', part = folder.slice(5);
    const build = () => whenChanged(part, [input], output, () => writeFileSync(output, ''));
    writeFileSync(input, 'a');
    const seen = [await build(), await build()];
    writeFileSync(input, 'b');
    seen.push(await build(), await build());
    rmSync(output);
    seen.push(await build());
    rmSync(folder, { recursive: true });
    rmSync('dist/.stamps/' + part);
    return seen;`);
  expect(built).toEqual([true, false, true, false, true]);
});
