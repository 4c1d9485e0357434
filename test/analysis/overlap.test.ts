import { standardWords } from '../../engine/analysis/labels.js';
import { processGraph } from '../support/build.js';
import { findings, missing } from './support.js';

const named = (name: string, kind?: string) => ({ name, step: { ...(kind && { kind }) } });

describe('labels', () => {
  it.each([
    ['Kiểm tra hồ sơ', 'KIỂM TRA HỒ SƠ'], ['Thẩm tra hồ sơ theo quy định', 'Kiểm tra các hồ sơ'], ['Phê duyệt kết quả', 'Duyệt  kết quả'],
    ['Đăng ký', 'dang ky'], ['Thỏa thuận', 'Thoả thuận'], ['Check the dossier', 'Verify dossier'],
  ])('%s means the same as %s', (a, b) => { expect(standardWords.normalise(a)).toBe(standardWords.normalise(b)); });
  it('keeps different things apart', () => { expect(standardWords.normalise('Kiểm tra hồ sơ')).not.toBe(standardWords.normalise('Kiểm tra thực địa')); });
});

describe('O2 the same step in two units', () => {
  const two = (a: object, b: object, second = 'infrastructure') => processGraph().start().in('planning').userTask('a', a).userTask('between').in(second).userTask('b', b).end();
  it('names the steps with equal meaning and kind', async () => {
    expect(await findings(two(named('Kiểm tra hồ sơ', 'check'), named('Thẩm tra hồ sơ theo quy định', 'check')), 'O2'))
      .toMatchObject([{ severity: 'warning', elements: ['a', 'b'], evidence: { steps: ['a', 'b'], units: ['planning', 'infrastructure'] } }]);
  });
  it('does not fire for one unit, another kind or another object', async () => {
    expect(await findings(two(named('Kiểm tra hồ sơ', 'check'), named('Kiểm tra hồ sơ', 'check'), 'planning'), 'O2')).toEqual([]);
    expect(await findings(two(named('Kiểm tra hồ sơ', 'check'), named('Kiểm tra hồ sơ', 'approve')), 'O2')).toEqual([]);
    expect(await findings(two(named('Kiểm tra hồ sơ', 'check'), named('Kiểm tra thực địa', 'check')), 'O2')).toEqual([]);
  });
  it('does not fire for steps of which only one is on a path', async () => {
    const drawing = processGraph().start().exclusive('x', { one: (b) => b.in('planning').userTask('a', named('Ký giấy phép', 'sign')), two: (b) => b.in('land').userTask('b', named('Ký giấy phép', 'sign')) }).end();
    expect(await findings(drawing, 'O2')).toEqual([]);
  });
  it('cannot tell without departments, or when a candidate lacks its kind', async () => {
    expect(await missing(processGraph().start().userTask('one').userTask('two').end(), 'O2')).toEqual(['df:department']);
    expect(await missing(two(named('Kiểm tra hồ sơ'), named('Kiểm tra hồ sơ', 'check')), 'O2')).toEqual(['df:step kind of a']);
  });
});

describe('O5 approval ladder', () => {
  const ladder = (...steps: { kind: string; reads?: string[]; writes?: string[] }[]) => {
    const drawing = processGraph().start();
    for (const [at, { kind, ...rest }] of steps.entries()) drawing.userTask(`s${at}`, { step: { kind }, ...rest });
    return drawing.end();
  };
  it('names three approvals or signatures in a row', async () => {
    expect(await findings(ladder({ kind: 'draft' }, { kind: 'approve' }, { kind: 'approve' }, { kind: 'sign' }, { kind: 'numberAndSeal' }), 'O5'))
      .toMatchObject([{ severity: 'warning', elements: ['s1', 's2', 's3'], evidence: { steps: ['s1', 's2', 's3'] } }]);
  });
  it('looks past the decisions between them', async () => {
    const drawing = processGraph().start().userTask('a', { step: { kind: 'approve' } }).exclusive('x').userTask('b', { step: { kind: 'approve' } }).exclusive('y').userTask('c', { step: { kind: 'sign' } }).end()
      .from('x').end('no').from('y').goto('no');
    expect((await findings(drawing, 'O5'))[0]?.elements).toEqual(['a', 'b', 'c']);
  });
  it('does not fire for two, with work between, or with a new document between', async () => {
    expect(await findings(ladder({ kind: 'draft' }, { kind: 'approve' }, { kind: 'sign' }), 'O5')).toEqual([]);
    expect(await findings(ladder({ kind: 'approve' }, { kind: 'draft' }, { kind: 'approve' }, { kind: 'sign' }), 'O5')).toEqual([]);
    expect(await findings(ladder({ kind: 'approve', reads: ['draft'] }, { kind: 'approve', reads: ['draft', 'opinion'] }, { kind: 'sign', reads: ['draft'] }), 'O5')).toEqual([]);
  });
  it('takes a document that the step before wrote for no new input', async () => {
    expect(await findings(ladder({ kind: 'approve', reads: ['d'], writes: ['slip'] }, { kind: 'approve', reads: ['d', 'slip'] }, { kind: 'sign', reads: ['d'] }), 'O5')).toHaveLength(1);
  });
  it('does not fire when a message arrives between', async () => {
    const drawing = processGraph().start().userTask('a', { step: { kind: 'approve' } }).userTask('b', { step: { kind: 'approve' } })
      .catching('answer', { kind: 'message', message: { name: 'answer' } }).userTask('c', { step: { kind: 'sign' } }).end();
    expect(await findings(drawing, 'O5')).toEqual([]);
  });
  it('cannot tell without kinds', async () => {
    expect(await missing(processGraph().start().userTask('a').userTask('b').userTask('c').end(), 'O5')).toEqual(['df:step kind']);
  });
});
