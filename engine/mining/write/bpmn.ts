/** A process tree as BPMN: blocks of gateways in the lanes of departments, without a drawing. */
import type { ProcessTree } from '../discover/tree.js';

/**
 * `name`: of the process. `departments`: by the name of an activity; it stands in the lane of that name, and what has none, gateways above all,
 * in the lane that the way to it comes from. Without any there are no lanes.
 */
export function treeToBpmn(tree: ProcessTree, name: string, departments: ReadonlyMap<string, string> = new Map()): string {
  const writer = new BpmnWriter(departments);
  const start = writer.node('startEvent');
  const last = writer.block(tree, start);
  writer.end(last);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Discovered" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="Process" name="${escape(name)}" isExecutable="false">
${writer.lines().map((line) => `    ${line}`).join('\n')}
  </process>
</definitions>
`;
}

class BpmnWriter {
  private readonly nodes: string[] = [];
  private readonly flows: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** Of each node, in the order of the file. */
  private readonly lanes = new Map<string, string | undefined>();

  constructor(private readonly departments: ReadonlyMap<string, string>) {}

  lines(): string[] {
    return [...this.laneSet(), ...this.nodes, ...this.flows];
  }

  /** `lane`: where nothing says better. */
  node(type: string, { name, lane }: { name?: string; lane?: string | undefined } = {}): string {
    const n = (this.numbers.get(type) ?? 0) + 1;
    this.numbers.set(type, n);
    const id = `${type}_${n}`;
    this.nodes.push(`<${type} id="${id}"${name === undefined ? '' : ` name="${escape(name)}"`}/>`);
    this.lanes.set(id, (name === undefined ? undefined : this.departments.get(name)) ?? lane);
    return id;
  }

  /** What comes before any department stands with the first one. */
  private laneSet(): string[] {
    const named = [...this.lanes.values()].filter((lane) => lane !== undefined);
    const [first] = named;
    if (first === undefined) return [];
    const lanes = [...new Set(named)].map((lane, at) => {
      const nodes = [...this.lanes].filter(([, of]) => (of ?? first) === lane).map(([id]) => `<flowNodeRef>${id}</flowNodeRef>`);
      return `  <lane id="lane_${at + 1}" name="${escape(lane)}">${nodes.join('')}</lane>`;
    });
    return ['<laneSet id="lanes">', ...lanes, '</laneSet>'];
  }

  end(from: string): void {
    this.flow(from, this.node('endEvent', { lane: this.lanes.get(from) }));
  }

  flow(from: string, to: string): void {
    this.flows.push(`<sequenceFlow id="flow_${this.flows.length + 1}" sourceRef="${from}" targetRef="${to}"/>`);
  }

  /** Draws the block behind the node and gives the node that it ends with. */
  block(tree: ProcessTree, from: string): string {
    switch (tree.kind) {
      case 'silent': return from;
      case 'activity': return this.behind(from, this.node('task', { name: tree.name, lane: this.lanes.get(from) }));
      case 'sequence': return tree.children.reduce((at, child) => this.block(child, at), from);
      case 'exclusive': return this.branches(tree.children, from, 'exclusiveGateway');
      case 'parallel': return this.branches(tree.children, from, 'parallelGateway');
      case 'loop': return this.loop(tree.children, from);
    }
  }

  private behind(from: string, to: string): string {
    this.flow(from, to);
    return to;
  }

  private branches(children: readonly ProcessTree[], from: string, type: string): string {
    const lane = this.lanes.get(from);
    const split = this.behind(from, this.node(type, { lane }));
    const ends = children.map((child) => this.block(child, split));
    const join = this.node(type, { lane });
    for (const end of ends) this.flow(end, join);
    return join;
  }

  private loop([body, ...redo]: readonly ProcessTree[], from: string): string {
    const entry = this.behind(from, this.node('exclusiveGateway', { lane: this.lanes.get(from) }));
    const last = this.block(body!, entry);
    const exit = this.behind(last, this.node('exclusiveGateway', { lane: this.lanes.get(last) }));
    for (const way of redo) this.flow(this.block(way, exit), entry);
    return exit;
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
