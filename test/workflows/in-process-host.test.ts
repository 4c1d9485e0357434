import { InProcessHost } from '../../workflows/in-process-host.js';
import { hostContract } from './contract.js';
import { Outcome, PlanShelf, VirtualClock } from './support.js';

describe('the in-process host', () => {
  hostContract(() => {
    const [shelf, outcome, clock] = [new PlanShelf(), new Outcome(), new VirtualClock(Date.UTC(2026, 10, 23))];
    const host = new InProcessHost({
      clock, plan: (hash) => shelf.plan(hash), project: outcome.project, deliver: outcome.deliver, service: outcome.service,
    });
    return Promise.resolve({ host, shelf, outcome, advance: (ms: number) => clock.advance(ms, () => host.settle()), close: () => host.close() });
  });
});
