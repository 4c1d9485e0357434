import { rules } from '../../../engine/bpmn/rules/index.js';
import { activityRows } from './activities.js';
import { collaborationRows } from './collaborations.js';
import { dataRows } from './data.js';
import { eventRows } from './events.js';
import { factRows } from './facts.js';
import { testRows } from './fixture.js';
import { flowRows } from './flows.js';

describe('sequence flows and gateways', () => testRows(flowRows));
describe('events', () => testRows(eventRows));
describe('activities', () => testRows(activityRows));
describe('data', () => testRows(dataRows));
describe('collaborations', () => testRows(collaborationRows));
describe('facts', () => testRows(factRows));

test('every rule that is not made from an attribute table has a fixture', () => {
  const tried = new Set([...flowRows, ...eventRows, ...activityRows, ...dataRows, ...collaborationRows, ...factRows].map(([id]) => id));
  expect(rules.map((each) => each.id).filter((id) => !/^(REQ|ADV|REF|ENUM|INT)-/.test(id) && !tried.has(id))).toEqual([]);
});
