import { answerProblems, guidelineProblems, listProcedures, type Guideline } from '../../engine/framework/guideline.js';
import { rulingsOn, type Speaking } from '../../engine/framework/ruling.js';
import type { ProcedureFacts } from '../../engine/graph/types.js';

const words = (vi: string) => ({ vi, en: vi });
const guideline: Guideline = {
  questions: [
    { id: 'cap', kind: 'one', text: words('Cấp'), options: [{ value: 'commune', text: words('xã') }, { value: 'unit', text: words('đơn vị') }] },
    { id: 'linhVuc', kind: 'many', text: words('Lĩnh vực'), options: [{ value: 'hoTich', text: words('hộ tịch') }, { value: 'datDai', text: words('đất đai') }] },
    { id: 'motCua', kind: 'yesNo', text: words('Một cửa?') },
  ],
  entries: [
    { code: 'A', when: 'cap = "commune" and list contains(linhVuc, "hoTich")', because: words('có hộ tịch'), otherwise: words('không có hộ tịch') },
    { code: 'B', when: 'true', because: words('bắt buộc'), otherwise: words('-') },
    { code: 'C', when: 'motCua and cap = "unit"', because: words('một cửa của đơn vị'), otherwise: words('không phải đơn vị') },
  ],
};

test('each procedure is on the list or not, with its reason', () => {
  const listed = listProcedures(guideline, { cap: 'commune', linhVuc: ['hoTich'], motCua: true });
  expect(listed.map(({ code, listed: on, reason }) => [code, on, reason.vi])).toEqual([['A', true, 'có hộ tịch'], ['B', true, 'bắt buộc'], ['C', false, 'không phải đơn vị']]);
});

test('what is not answered yet leaves open what depends on it, and nothing else', () => {
  const listed = listProcedures(guideline, { cap: 'commune' });
  expect(listed.map(({ code, listed: on, open }) => [code, on, open])).toEqual([['A', undefined, ['linhVuc']], ['B', true, []], ['C', false, []]]);
});

test('conditions that are no FEEL, unknown names and answers are told by their place', () => {
  const wrong: Guideline = { ...guideline, entries: [...guideline.entries, { code: 'A', when: 'cap =', because: words(''), otherwise: words('') }, { code: 'D', when: 'khac = 1', because: words(''), otherwise: words('') }] };
  expect(guidelineProblems(guideline)).toEqual([]);
  expect(guidelineProblems(wrong).map(({ path }) => path)).toEqual(['entries.3', 'entries.3.when', 'entries.4.when']);
  expect(answerProblems(guideline, { cap: 'tỉnh', linhVuc: ['hoTich'], motCua: 'yes', la: true }).map(({ path }) => path)).toEqual(['answers.cap', 'answers.motCua', 'answers.la']);
});

const facts = (days: number, documents: string[], more: Partial<ProcedureFacts> = {}): ProcedureFacts => ({
  timeLimits: [{ value: days, unit: 'workingDays' }], legalBasis: [], frameworks: [], requiredDocuments: documents.map((type) => ({ type, mandatory: true })), ...more,
});
test('an earlier framework stays in force where it is not contrary', () => {
  const early = (limit: number): Speaking => ({ framework: { id: 'cu', defines: true, effectiveFrom: '2019-01-21' }, facts: facts(limit, ['don', 'canCuoc'], { fee: '10.000', sets: 1 }) });
  const late: Speaking = { framework: { id: 'moi', defines: true, effectiveFrom: '2026-01-01' }, facts: facts(5, ['don'], { fee: 'Không thu' }) };
  const told = (limit: number, day: string) => Object.fromEntries(rulingsOn([early(limit), late], day).map(({ attribute, framework, value, rule }) => [attribute, [framework.id, value, rule]]));
  expect(told(8, '2026-06-01')).toEqual({ limit: ['moi', '5 workingDays', 'contrary'], fee: ['moi', 'Không thu', 'contrary'], 'document don': ['moi', '1', 'same'], sets: ['cu', '1', 'silent'], 'document canCuoc': ['moi', '0', 'contrary'] });
  expect(told(3, '2026-06-01')['limit']).toEqual(['cu', '3 workingDays', 'stricter']);
  expect(told(8, '2020-01-01')['limit']).toEqual(['cu', '8 workingDays', 'alone']);
});
