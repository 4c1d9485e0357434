/** The rows made from the attribute tables: each is tried on elements built for it, one that keeps the rule and one that breaks it. */
import { BpmnModdle } from 'bpmn-moddle';
import type { El } from '../../../engine/bpmn/element.js';
import { rules } from '../../../engine/bpmn/rules/index.js';
import type { DrawnFile, Rule } from '../../../engine/bpmn/rules/rule.js';

interface Building { create(type: string, properties?: object): El; getType(type: string): { $descriptor: { propertiesByName: Record<string, { type: string; isMany?: boolean }> } } }
const moddle = new BpmnModdle() as unknown as Building;
const file = {} as DrawnFile;
const rows = (prefix: string): [string, string, Rule][] => rules.filter((each) => each.id.startsWith(`${prefix}-`)).flatMap((each) => each.on.map((type): [string, string, Rule] => [each.id, type, each]));
const property = (type: string, name: string): { type: string; isMany?: boolean } => {
  const found = moddle.getType(`bpmn:${type}`).$descriptor.propertiesByName[`bpmn:${name}`];
  if (!found) throw new Error(`${type} has no ${name}`);
  return found;
};
const build = (type: string, name: string, value: unknown): El => {
  const element = moddle.create(`bpmn:${type}`);
  (element as Record<string, unknown>)[name] = property(type, name).isMany ? [value] : value;
  return element;
};
const simple = ['String', 'Boolean', 'Integer', 'Real'];

test('ids are unique and every rule says something', () => {
  expect(new Set(rules.map((each) => each.id)).size).toBe(rules.length);
  expect(rules.filter((each) => !each.says.trim() || !/^(df|\d+(\.\d+)*)$/.test(each.section))).toEqual([]);
  expect(rules.length).toBeGreaterThan(300);
});

test.each([...rows('REQ'), ...rows('ADV')])('%s %s', (_id, type, rule) => {
  const name = rule.says.split(' ').pop()!;
  const { type: kind } = property(type, name);
  expect(rule.broken(moddle.create(`bpmn:${type}`), file)).toBe(true);
  expect(rule.broken(build(type, name, simple.includes(kind) ? 'x' : moddle.create(kind)), file)).toBe(false);
});

test.each(rows('REF'))('%s %s', (_id, type, rule) => {
  const [name = '', wanted = ''] = rule.says.split(' refers to a ');
  expect(rule.broken(build(type, name, moddle.create(`bpmn:${wanted}`, { id: 'x' })), file)).toBeFalsy();
  expect(rule.broken(build(type, name, moddle.create('bpmn:TextAnnotation', { id: 'x' })), file)).toBe('x is a TextAnnotation');
  expect(rule.broken(moddle.create(`bpmn:${type}`), file)).toBeFalsy();
});

test.each(rows('ENUM'))('%s %s', (_id, type, rule) => {
  const [name = '', values = ''] = rule.says.split(' is one of ');
  for (const value of values.split(', ')) expect(rule.broken(build(type, name, value), file)).toBeFalsy();
  expect(rule.broken(build(type, name, 'Else'), file)).toBe('"Else"');
});

test.each(rows('INT'))('%s %s', (_id, type, rule) => {
  const name = rule.says.split(' ')[0]!;
  expect(rule.broken(build(type, name, 3), file)).toBe(false);
  expect(rule.broken(build(type, name, NaN), file)).toBe(true);
  expect(rule.broken(moddle.create(`bpmn:${type}`), file)).toBe(false);
});
