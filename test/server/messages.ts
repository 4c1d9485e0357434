/** A procedure that throws a message after its step, and one that receives it between two steps. */
import { bpmn, end, message, start, user } from '../support/bpmn.js';

const lane = (ids: string[]): string => '<laneSet id="lanes"><lane id="lane"><extensionElements><df:department id="trungTamHanhChinhCong"/></extensionElements>'
  + `${ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane></laneSet>`;
const MESSAGE = '<message id="m" name="tax paid"/>';
export const SENDS = bpmn({
  id: 'sends', roots: MESSAGE, flows: ['s>work>tell>e'],
  nodes: `${lane(['s', 'work', 'tell', 'e'])}${start()}${user('work')}<intermediateThrowEvent id="tell">${message('m')}</intermediateThrowEvent>${end()}`,
});
export const HEARS = bpmn({
  id: 'hears', roots: MESSAGE, flows: ['s>work>hear>after>e'],
  nodes: `${lane(['s', 'work', 'hear', 'after', 'e'])}${start()}${user('work')}<receiveTask id="hear" messageRef="m"/>${user('after')}${end()}`,
});
