/** The form of a step as one schema. */
import { formOf, unfinished } from '../../engine/graph/form.js';
import type { StepField } from '../../engine/graph/fields.js';
import { FormCheck } from '../../server/form-check.js';
import { ProblemError } from '../../server/http/problem.js';

const field = (name: string, type: StepField['type'], required = false): StepField => ({ name, label: name.toUpperCase(), document: 'd', type, required });
const FIELDS = [field('ten', 'string', true), field('ngay', 'date'), field('soLuong', 'number'), field('đồngÝ', 'boolean')];

test('schema, hints and first values come from the facts of the drawing', () => {
  expect(formOf(FIELDS, { ngay: '2026-02-28', other: 1 })).toEqual({
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', required: ['ten'],
      properties: { ten: { type: ['string', 'number', 'boolean'], title: 'TEN', maxLength: 4_000 }, ngay: { type: 'string', format: 'date', title: 'NGAY' }, soLuong: { type: 'number', title: 'SOLUONG' }, đồngÝ: { type: 'boolean', title: 'ĐỒNGÝ' } },
    },
    ui: { 'ui:order': ['ten', 'ngay', 'soLuong', 'đồngÝ'], soLuong: { 'ui:widget': 'updown' } },
    data: { ngay: '2026-02-28', đồngÝ: false },
  });
  expect(formOf([]).schema.properties).toEqual({});
});

test.each<[Record<string, unknown>, string[]]>([
  [{ ten: 'A', ngay: '2024-02-29', soLuong: 1.5, đồngÝ: true, other: ['kept'] }, []],
  [{ ten: 96.5 }, []],
  [{}, ['data.ten']],
  [{ ten: null }, ['data.ten']],
  [{ ten: 'x'.repeat(4_001) }, ['data.ten']],
  [{ ten: 'A', ngay: '2023-02-29', soLuong: '12', đồngÝ: 'yes' }, ['data.ngay', 'data.soLuong', 'data.đồngÝ']],
])('%j: refused are %j', (data, refused) => {
  const check = () => new FormCheck().check(formOf(FIELDS).schema, data);
  if (refused.length === 0) { expect(check).not.toThrow(); return; }
  const thrown = (() => { try { check(); } catch (error) { return error as ProblemError; } return undefined; })();
  expect(thrown).toBeInstanceOf(ProblemError);
  expect(thrown?.extra.fields?.map((each) => each.field).sort()).toEqual(refused);
});

const declared = (name: string, more: Partial<StepField>): StepField => ({ ...field(name, 'string'), declared: true, ...more });
const DECLARED = [declared('ten', { required: true }), declared('gioiTinh', { options: ['Nam', 'Nữ'] }), declared('soBan', { type: 'integer', min: 1, max: 9 }), declared('co', { type: 'boolean' })];

test.each<[Record<string, unknown>, string[]]>([
  [{ ten: 'A', gioiTinh: 'Nữ', soBan: 9, co: false }, []],
  [{ ten: '', gioiTinh: 'nam', soBan: 1.5, co: 'có' }, ['data.co', 'data.gioiTinh', 'data.soBan', 'data.ten']],
  [{ ten: 96.5, soBan: 0 }, ['data.soBan', 'data.ten']],
  [{ soBan: 10 }, ['data.soBan', 'data.ten']],
])('declared fields: %j, refused are %j', (data, refused) => {
  const { schema } = formOf(DECLARED);
  const check = () => new FormCheck().check(schema, data);
  if (refused.length === 0) { expect(check).not.toThrow(); return; }
  const thrown = (() => { try { check(); } catch (error) { return error as ProblemError; } return undefined; })();
  expect([...new Set(thrown?.extra.fields?.map((each) => each.field))].sort()).toEqual(refused);
});

test('what is left unfinished asks for nothing and still checks what is there', () => {
  const schema = unfinished(formOf(DECLARED).schema);
  expect(() => new FormCheck().check(schema, {})).not.toThrow();
  expect(() => new FormCheck().check(schema, { soBan: 0 })).toThrow();
});
