/** Drawings that the hosts run in tests. */
import { boundary, bpmn, end, start, timer, user, xor } from '../support/bpmn.js';

export const TWO_STEPS = bpmn({ id: 'two', nodes: start() + user('receive') + user('approve') + end(), flows: ['s>receive>approve>e'] });

export const WITH_DEADLINE = bpmn({
  id: 'deadline', nodes: start() + user('supplement') + boundary('late', 'supplement', timer('P30D')) + user('refuse') + end('done') + end('refused'),
  flows: ['s>supplement>done', 'late>refuse>refused'],
});

/** A reminder in working time, and another one after it. */
export const WITH_WORKING_TIME = bpmn({
  id: 'working', nodes: start() + user('handle') + boundary('first', 'handle', timer('30 workingHours')) + user('remind') + boundary('second', 'remind', timer('5 workingHours')) + user('last') + end('done') + end('other'),
  flows: ['s>handle>done', 'first>remind>other', 'second>last>other'],
});

/** Goes back for a supplement as long as the check says so. */
export const RETURNING = bpmn({
  id: 'returning', nodes: start() + xor('m') + user('check') + xor('x', 'default="x_e"') + user('supplement') + boundary('late', 'supplement', timer('P30D'), false) + end('reminded') + end(),
  flows: ['s>m>check>x', 'x>e', 'x>supplement if complete = false', 'supplement>m', 'late>reminded'],
});

export const WITH_SERVICE = bpmn({
  id: 'service', nodes: `${start()}<serviceTask id="ask" implementation="register"/>${user('after')}${end()}`, flows: ['s>ask>after>e'],
});

export const SENDING = bpmn({
  id: 'sending', roots: '<message id="m" name="to the tax office"/>',
  nodes: `${start()}<intermediateThrowEvent id="tell"><messageEventDefinition messageRef="m"/></intermediateThrowEvent>${user('after')}${end()}`, flows: ['s>tell>after>e'],
});

export const DECIDING = bpmn({
  id: 'deciding', nodes: start() + user('check') + xor('ok', 'default="ok_yes"') + user('yes') + user('no') + end('done') + end('refused'),
  flows: ['s>check>ok', 'ok>yes', 'ok>no if result = "bad"', 'yes>done', 'no>refused'],
});
