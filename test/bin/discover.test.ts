/** `discover` as a user runs it: a drawing that the log fits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, type Installed } from './cli.js';

let cli: Installed;
beforeAll(() => { cli = install(); });
afterAll(() => { cli.remove(); });

const log = ['case,activity,time', ...['Receive,Check,Sign', 'Receive,Supplement,Check,Sign'].flatMap((trace, c) => trace.split(',').map((name, i) => `c${c},${name},2026-01-0${5 + i}T08:00:00Z`))].join('\n');

test('a drawing with a picture, which the log fits', () => {
  cli.write('log.csv', log);
  expect(cli.run(['discover', 'log.csv', '-o', 'found.bpmn'])).toMatchObject({ code: 0, out: '', err: '' });
  expect(readFileSync(join(cli.folder, 'found.bpmn'), 'utf8')).toMatch(/name="Supplement"[^]*BPMNShape/);
  expect(cli.run(['conform', 'found.bpmn', 'log.csv'])).toMatchObject({ code: 0, out: expect.stringContaining('2 cases fit, fitness 100.00 %') });
  expect(cli.run(['check', 'found.bpmn', '--checks', 'S1,S2,S3,S4']).code).toBe(0);
});

test('the tree; a share that is none', () => {
  cli.write('log.csv', log);
  expect(cli.run(['discover', 'log.csv', '--tree']).out).toBe("->( 'Receive', X( 'Supplement', tau ), 'Check', 'Sign' )\n");
  expect(cli.run(['discover', 'log.csv', '--noise', '2'])).toMatchObject({ code: 2, err: 'error: --noise: "2" is not a number from 0 to 1\n' });
});
