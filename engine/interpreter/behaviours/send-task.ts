/** Send task: throws its message and is done (BPMN 2.0 section 13.3.3). */
import type { ActivityNode } from '../../graph/types.js';
import { completeActivity, enterActivity } from '../activities.js';
import { dataOf, writtenData } from '../data.js';
import { throwMessage } from '../signals.js';
import type { Behaviour } from '../turn.js';
import { invoke } from './service-task.js';

export const sendTask: Behaviour = {
  enter: (turn, instance) => enterActivity(turn, instance, turn.node(instance) as ActivityNode, (t, each, node) => {
    if (!node.message) { invoke(t, each, node); return; }
    const visible = dataOf(t, each);
    const local = each.inner === undefined ? undefined : t.state.scopes[each.inner]?.data;
    throwMessage(t, each.node, node.message, node.inputs?.length && local ? local : writtenData(t, each.inner ?? each.scope), visible);
    completeActivity(t, each);
  }),
};
