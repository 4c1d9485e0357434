import { compilePools } from '../collaboration/compile.js';
import { explorePools, STATE_BUDGET } from '../collaboration/explore.js';
import { channelsOf } from '../collaboration/messages.js';
import type { Answer } from '../finding.js';
import type { FileRule } from '../subject.js';

/**
 * S6: between pools, a run that ends with a message nobody took, or with somebody waiting for one that nobody sends. Each pool runs
 * once; messages are unordered; one left at the end counts, also when it was meant for a boundary event that is no longer active.
 */
export const messages: FileRule = {
  check: 'S6',
  runFile(file) {
    const { model, subjects } = file;
    const pools = model.participants.flatMap((each) => subjects.find((subject) => subject.graph.id === each.process)?.graph ?? []);
    if (pools.length < 2) return [];
    const channels = channelsOf(model, pools);
    if (channels.sends.size + channels.receives.size === 0) return [];
    const net = compilePools(pools, channels);
    if (!net) return [{ check: 'S6', missing: ['complex or very wide inclusive gateways are not followed'] }];
    const { undelivered, waiting, complete } = explorePools(net);
    const found: Answer[] = [
      ...[...undelivered].map(([message, run]): Answer => ({
        check: 'S6', severity: 'error', elements: [channels.sender(message)], message: { key: 'S6.undelivered', values: { message: `“${channels.name(message)}”`, element: file.label(channels.sender(message)) } },
        suggestion: { key: 'S6.undeliveredSuggestion' }, evidence: { kind: 'undelivered', message, run },
      })),
      ...[...waiting].map(([node, { run, messages: awaited }]): Answer => ({
        check: 'S6', severity: 'error', elements: [node], message: { key: 'S6.waiting', values: { element: file.label(node), message: awaited.map((each) => `“${channels.name(each)}”`).join(', ') || `“${channels.awaited(node) ?? node}”` } },
        suggestion: { key: 'S6.waitingSuggestion' }, evidence: { kind: 'waiting', waitsAt: node, messages: [...awaited], run },
      })),
    ];
    return complete || found.length > 0 ? found : [{ check: 'S6', missing: [`not decided within ${STATE_BUDGET} states`] }];
  },
};
