/** A file around one process, for tests that look at what is read. */
import { readBpmn } from '../../engine/bpmn/read.js';
import type { ActivityNode, EventNode, GatewayNode, Model, ProcessGraph } from '../../engine/graph/types.js';

export const file = (inside: string, beside = '', attributes = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions id="D" targetNamespace="urn:test" ${attributes} xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tns="urn:test"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:df="https://dossierflow.org/schema/bpmn/1.0"
  xmlns:c="http://camunda.org/schema/1.0/bpmn" xmlns:z="http://camunda.org/schema/zeebe/1.0">
${beside}
<bpmn:process id="P" isExecutable="true">
${inside}
</bpmn:process>
</bpmn:definitions>`;

/** The process, which must have been read without an error. */
export async function graph(inside: string, beside = ''): Promise<ProcessGraph> {
  const model = await readBpmn(file(inside, beside));
  expect(model.diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
  return model.processes.find((each) => each.id === 'P')!;
}

export const activity = (of: ProcessGraph, id: string): ActivityNode => of.nodes[id] as ActivityNode;
export const event = (of: ProcessGraph, id: string): EventNode => of.nodes[id] as EventNode;
export const gateway = (of: ProcessGraph, id: string): GatewayNode => of.nodes[id] as GatewayNode;
export const codes = (model: Model): string[] => model.diagnostics.map((each) => `${each.severity} ${each.code} ${each.elementId ?? ''}`.trim());
