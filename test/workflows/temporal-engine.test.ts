/** The library's entry on a real server: the built package, as a program that embeds it uses it. */
import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { writeBundle } from '../../workflows/bundle.js';
import { boundary, bpmn, end, message, start, timer, user } from '../support/bpmn.js';
import { startTemporal, temporaryFolder } from '../support/services.js';
import { freePort } from '../../services/ports.js';

const ROOT = join(__dirname, '../..');
const EXPORTS = { './engine': './dist/engine/index.js', './temporal-engine': './dist/workflows/engine/index.js' };

const XML = [
  bpmn({
    roots: '<message id="m" name="M"/>',
    nodes: `${start()}<serviceTask id="ask"/>${user('t')}${boundary('b', 't', timer('PT8S'), true)}<sendTask id="tell" messageRef="m"/>${end()}${end('e2')}`,
    flows: ['s>ask', 'ask>t', 't>e', 'b>tell', 'tell>e2'],
  }),
  bpmn({ roots: '<message id="m" name="M"/>', nodes: start('s', message('m')) + user('read') + end(), flows: ['s>read', 'read>e'] }).replaceAll('"P"', '"Q"'),
];

const PROGRAM = `
import { createEngine } from 'dossierflow/engine';
const engine = await createEngine({ mode: 'temporal', address: process.argv[2] }).catch((error) => { console.log(JSON.stringify({ message: error.message })); process.exit(); });
const session = await engine.session();
await session.deploy(JSON.parse(process.argv[3]));
const instance = await session.start('P', { x: 1 }, { businessKey: 'K' });
const nodes = async () => (await session.waiting()).map((item) => item.nodeId);
const before = await nodes();
await session.advance(8_500);
const after = await nodes();
const other = (await session.running())[0];
await other.setVariables({ y: 2 });
await session.complete((await session.waiting())[0].taskId);
const refused = await session.message('Nobody').catch((error) => error.code);
const unknown = await session.start('Nowhere').catch((error) => error.code);
const faulty = await engine.session().then((each) => each.deploy(['<definitions'])).catch((error) => error.code);
console.log(JSON.stringify({ before, after, refused, unknown, faulty, state: await instance.state(), other: await other.state(), events: (await session.events()).map((event) => event.type + ' ' + event.nodeId) }));
await engine.close();
`;

describe('createEngine on Temporal', () => {
  const folder = temporaryFolder();
  const run = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder.path, 'program.mjs'), ...args], { cwd: folder.path, maxBuffer: 1 << 26 });
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const bundle = (entry: string): Promise<unknown> => build({
    entryPoints: [join(ROOT, `${entry}.ts`)], outfile: join(folder.path, 'dist', `${entry}.js`), bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error',
  });

  beforeAll(async () => {
    mkdirSync(join(folder.path, 'dist'));
    writeFileSync(join(folder.path, 'package.json'), JSON.stringify({ name: 'dossierflow', type: 'module', exports: EXPORTS }));
    writeFileSync(join(folder.path, 'program.mjs'), PROGRAM);
    symlinkSync(join(ROOT, 'node_modules'), join(folder.path, 'node_modules'));
    await bundle('engine/index');
  });
  afterAll(() => folder.remove());

  test('the package names the entries that are used here', () => {
    const { exports } = jest.requireActual<{ exports: Record<string, unknown> }>('../../package.json');
    expect(exports).toMatchObject({ './engine': { default: EXPORTS['./engine'] }, './temporal-engine': EXPORTS['./temporal-engine'] });
  });

  test('not built, it says how to build it', async () => {
    expect(await run('127.0.0.1:1')).toEqual({ message: expect.stringContaining('npm run build') });
  });

  test('without a server, it says where it looked', async () => {
    await bundle('workflows/engine/index');
    const address = `127.0.0.1:${await freePort()}`;
    expect(await run(address)).toEqual({ message: `No Temporal server to run processes on at ${address}` });
  }, 60_000);

  test('time is real, services succeed, a message starts another process', async () => {
    await Promise.all([bundle('workflows/engine/index'), writeBundle(join(folder.path, 'dist/workflow-bundle.js'))]);
    const server = await startTemporal();
    try {
      expect(await run(server.address, JSON.stringify(XML))).toEqual({
        before: ['t'], after: ['read'], refused: 'NO_RECEIVER', unknown: 'UNKNOWN_PROCESS', faulty: 'DEPLOYMENT',
        state: { status: 'completed', variables: { x: 1 } }, other: { status: 'completed', variables: { x: 1, y: 2 } },
        events: [
          'entered s', 'completed s', 'entered ask', 'completed ask', 'entered t', 'cancelled t', 'entered b', 'completed b', 'entered tell', 'completed tell', 'entered e2', 'completed e2',
          'entered s', 'completed s', 'entered read', 'completed read', 'entered e', 'completed e',
        ],
      });
    } finally {
      await server.stop();
    }
  }, 120_000);
});
