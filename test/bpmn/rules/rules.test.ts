import { rules } from '../../../engine/bpmn/rules/index';
import { activityRows } from './activities';
import { collaborationRows } from './collaborations';
import { dataRows } from './data';
import { eventRows } from './events';
import { testRows } from './fixture';
import { flowRows } from './flows';

describe('sequence flows and gateways', () => testRows(flowRows));
describe('events', () => testRows(eventRows));
describe('activities', () => testRows(activityRows));
describe('data', () => testRows(dataRows));
describe('collaborations', () => testRows(collaborationRows));

test('every rule that is not made from an attribute table has a fixture', () => {
  const tried = new Set([...flowRows, ...eventRows, ...activityRows, ...dataRows, ...collaborationRows].map(([id]) => id));
  expect(rules.map((each) => each.id).filter((id) => !/^(REQ|ADV|REF|ENUM|INT)-/.test(id) && !tried.has(id))).toEqual([]);
});
