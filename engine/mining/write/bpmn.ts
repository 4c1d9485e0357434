/** A process tree as BPMN: blocks of gateways, without a drawing. */
import type { ProcessTree } from '../discover/tree.js';

/** `name`: of the process. */
export function treeToBpmn(tree: ProcessTree, name: string): string {
  const writer = new BpmnWriter();
  const start = writer.node('startEvent');
  const last = writer.block(tree, start);
  const end = writer.node('endEvent');
  writer.flow(last, end);
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

  lines(): string[] {
    return [...this.nodes, ...this.flows];
  }

  node(type: string, name?: string): string {
    const n = (this.numbers.get(type) ?? 0) + 1;
    this.numbers.set(type, n);
    const id = `${type}_${n}`;
    this.nodes.push(`<${type} id="${id}"${name === undefined ? '' : ` name="${escape(name)}"`}/>`);
    return id;
  }

  flow(from: string, to: string): void {
    this.flows.push(`<sequenceFlow id="flow_${this.flows.length + 1}" sourceRef="${from}" targetRef="${to}"/>`);
  }

  /** Draws the block behind the node and gives the node that it ends with. */
  block(tree: ProcessTree, from: string): string {
    switch (tree.kind) {
      case 'silent': return from;
      case 'activity': return this.behind(from, this.node('task', tree.name));
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
    const split = this.behind(from, this.node(type));
    const ends = children.map((child) => this.block(child, split));
    const join = this.node(type);
    for (const end of ends) this.flow(end, join);
    return join;
  }

  private loop([body, ...redo]: readonly ProcessTree[], from: string): string {
    const entry = this.behind(from, this.node('exclusiveGateway'));
    const exit = this.behind(this.block(body!, entry), this.node('exclusiveGateway'));
    for (const way of redo) this.flow(this.block(way, exit), entry);
    return exit;
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
