import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install, type Installed } from './cli.js';

const procedures = join(__dirname, '../../procedures');
const copy = (installed: Installed, pattern: RegExp): string => {
  const file = readdirSync(procedures).find((each) => pattern.test(each))!;
  return installed.write(file, readFileSync(join(procedures, file), 'utf8'));
};

/** What is found, without what cannot be told. */
const telling = (out: string): object[] => (JSON.parse(out) as { canTell: boolean }[]).filter((each) => each.canTell);

describe('dossierflow check', () => {
  let cli: Installed;
  let published: string;
  let corrected: string;
  beforeAll(() => {
    cli = install();
    published = copy(cli, /^P03.*-published\.bpmn$/);
    corrected = copy(cli, /^P03(?!.*-published).*\.bpmn$/);
  });
  afterAll(() => cli.remove());

  it('prints nothing but one JSON list with --json, and exits 1 on an error', () => {
    const { code, out, err } = cli.run(['check', published, '--json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(telling(out)).toMatchObject([{ file: published, check: 'T1', severity: 'error', canTell: true, evidence: { sumHours: 64, limitHours: 40, overHours: 24 } }]);
  });
  it('exits 0 when nothing is wrong, with an empty list', () => {
    expect(cli.run(['check', corrected, '--json', '--checks', 'S1,T1,T4'])).toEqual({ code: 0, out: '[]\n', err: '' });
    const { code, out } = cli.run(['check', corrected, '--json']);
    expect({ code, found: telling(out) }).toEqual({ code: 0, found: [] });
  });
  it('prints findings for people, in Vietnamese unless told otherwise', () => {
    expect(cli.run(['check', published]).out).toMatch(/LỖI +T1 +.*vượt thời hạn 40 giờ[\s\S]*1 lỗi/);
    expect(cli.run(['check', published, '--lang', 'en']).out).toMatch(/ERROR +T1 +.*published limit of 40 hours[\s\S]*how: tiepNhan → /);
    expect(cli.run(['check', corrected, '--checks', 'T1']).out).toContain('Không có phát hiện nào');
  });
  it('answers for the other files when one cannot be read', () => {
    cli.write('broken.bpmn', '<bpmn:definitions');
    const { code, out } = cli.run(['check', 'broken.bpmn', 'absent.bpmn', corrected, '--json', '--library', '--on', '2026-11-24']);
    expect(code).toBe(1);
    expect((telling(out) as { file: string; check: string }[]).map(({ file, check }) => [file, check]).sort()).toEqual([['absent.bpmn', 'READ'], ['broken.bpmn', 'READ']]);
  });
  it('exits 2 with one line that names the file when none could be read', () => {
    const { code, out, err } = cli.run(['check', 'absent.bpmn', '--json']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^[^\n]*absent\.bpmn[^\n]*\n$/);
  });
  it.each([[['--on', '2026-02-30'], '--on'], [['--lang', 'fr'], '--lang'], [['--checks', 'S1,NONE'], 'NONE']])('refuses %j', (options, named) => {
    const { code, err } = cli.run(['check', corrected, ...options]);
    expect(code).toBe(2);
    expect(err).toContain(named);
  });
  it('looks at decision models too', () => {
    const file = cli.write('phi.dmn', readFileSync(join(__dirname, '../analysis/fixtures/S7/bad-table-gap.dmn'), 'utf8'));
    const { code, out } = cli.run(['check', file, '--json']);
    expect({ code, found: JSON.parse(out) as unknown }).toMatchObject({ code: 1, found: [{ check: 'S7', elements: ['mucPhi'], evidence: { example: { soTang: 7 } } }] });
  });
  it('takes accepted findings, which then are no error, and says who accepted what until when', () => {
    const list = cli.write('accepted.json', [{ file: published.split('/').pop(), check: 'T1', reason: 'bản công bố', lookAgain: '2027-01-01' }]);
    const { code, out } = cli.run(['check', published, '--checks', 'T1', '--accepted', list, '--on', '2026-11-25']);
    expect(code).toBe(0);
    expect(out).toContain('đã chấp nhận: bản công bố (xem lại ngày 2027-01-01)');
    expect(cli.run(['check', published, '--checks', 'T1', '--accepted', list, '--on', '2027-01-01']).code).toBe(1);
    expect(cli.run(['check', published, '--accepted', cli.write('wrong.json', [{ file: 'a.bpmn' }])])).toMatchObject({ code: 2, err: expect.stringContaining('"check"') });
  });
  it('takes words of the agency', () => {
    const words = cli.write('words.json', { verbs: ['Tiếp dân'] });
    expect(cli.run(['check', corrected, '--checks', 'S15', '--words', words, '--json'])).toMatchObject({ code: 0, out: '[]\n' });
    expect(cli.run(['check', corrected, '--words', cli.write('wrong-words.json', { verbs: 'Tiếp dân' })])).toMatchObject({ code: 2, err: expect.stringContaining('"verbs"') });
  });
  it('writes SARIF beside the answer, with the line of the element', () => {
    expect(cli.run(['check', published, '--checks', 'T1', '--sarif', 'out.sarif']).code).toBe(1);
    const sarif = JSON.parse(readFileSync(join(cli.folder, 'out.sarif'), 'utf8')) as unknown;
    const line = readFileSync(join(cli.folder, published), 'utf8').split('\n').findIndex((each) => each.includes('id="tiepNhan"')) + 1;
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'T1', level: 'error', locations: [{ physicalLocation: { region: { startLine: line } } }] }] }] });
  });
  it('limits the checks', () => {
    expect(cli.run(['check', published, '--checks', 's1,S2', '--json'])).toEqual({ code: 0, out: '[]\n', err: '' });
  });
});
