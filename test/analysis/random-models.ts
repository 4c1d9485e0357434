/** Random small models for property tests: blocks of matching or mismatched gateways, and free flows across them. */
import fc from 'fast-check';
import type { GatewayType, ProcessGraph } from '../../engine/graph/types.js';
import { processGraph } from '../support/build.js';

const types: readonly GatewayType[] = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'];

interface Plan { nodes: ('task' | 'end' | GatewayType)[]; flows: [number, number][]; entry: number }

/** Nodes joined by random flows: most of these models are wrong in some way. */
export const wildModel: fc.Arbitrary<ProcessGraph> = fc.integer({ min: 2, max: 8 }).chain((size) => fc.record({
  nodes: fc.array(fc.constantFrom('task' as const, 'end' as const, ...types), { minLength: size, maxLength: size }),
  flows: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { minLength: size - 1, maxLength: size + 4 }),
  entry: fc.nat(size - 1),
})).map(draw);

function draw({ nodes, flows, entry }: Plan): ProcessGraph {
  const builder = processGraph();
  for (const [at, kind] of nodes.entries()) {
    builder.stop();
    if (kind === 'task') builder.task(`n${at}`);
    else if (kind === 'end') builder.end(`n${at}`);
    else builder.gateway(kind, `n${at}`);
  }
  builder.stop().start().goto(`n${entry}`);
  for (const [from, to] of flows) if (nodes[from] !== 'end') builder.from(`n${from}`).goto(`n${to}`);
  for (const at of nodes.keys()) closeOpenNode(builder, nodes, flows, at);
  return builder.build();
}
/** Every node but an end leads somewhere, so that no gateway swallows tokens. */
function closeOpenNode(builder: ReturnType<typeof processGraph>, nodes: Plan['nodes'], flows: Plan['flows'], at: number): void {
  if (nodes[at] === 'end' || flows.some(([from]) => from === at)) return;
  builder.from(`n${at}`).end(`end${at}`);
}

type Block = { kind: 'task' } | { kind: 'sequence' | 'block' | 'loop'; split: GatewayType; join: GatewayType; parts: Block[] };
const { block: anyBlock } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constant<Block>({ kind: 'task' }),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'block' as const, 'block' as const, 'loop' as const),
      split: fc.constantFrom(...types), join: fc.constantFrom(...types),
      parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** Blocks inside blocks; with `matching` every split is closed by a join of its own type, so that the model is sound. */
export function blockModel(matching: boolean): fc.Arbitrary<ProcessGraph> {
  return anyBlock.map((block) => {
    let count = 0;
    const builder = processGraph().start();
    const put = (part: Block): void => {
      count += 1;
      const id = `n${count}`;
      if (part.kind === 'task') { builder.task(id); return; }
      if (part.kind === 'sequence') { for (const each of part.parts) put(each); return; }
      if (part.kind === 'loop') { putLoop(id, part.parts); return; }
      builder.gateway(part.split, `${id}s`);
      const join = matching ? part.split : part.join;
      const ends = part.parts.map((each) => { builder.from(`${id}s`); put(each); return lastOf(builder, ++count); });
      builder.stop().gateway(join, `${id}j`).stop();
      for (const end of ends) builder.from(end).goto(`${id}j`);
      builder.from(`${id}j`);
    };
    const putLoop = (id: string, parts: readonly Block[]): void => {
      builder.gateway('exclusiveGateway', `${id}m`);
      for (const each of parts) put(each);
      builder.gateway('exclusiveGateway', `${id}x`).goto(`${id}m`).from(`${id}x`);
    };
    put(block);
    return builder.end().build();
  });
}
/** Marks the end of a branch by a task, so that its id is known. */
function lastOf(builder: ReturnType<typeof processGraph>, count: number): string {
  builder.task(`n${count}last`);
  return `n${count}last`;
}
