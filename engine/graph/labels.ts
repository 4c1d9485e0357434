/** What people call the data of a process: what the declared field says, or the documentation of the property or data object of that name. */
import type { ProcessGraph } from './types.js';

/** Without either, the name itself. */
export function labelOf(graph: ProcessGraph, name: string): string {
  const elements = Object.values(graph.data);
  for (const { document } of elements) {
    const label = document?.declared?.find((each) => each.name === name)?.label;
    if (label !== undefined) return label;
  }
  for (const element of elements) {
    if (element.documentation !== undefined && (element.name ?? element.id) === name) return element.documentation;
  }
  return name;
}

/** A condition as people read it: a field that is to be true as what it says, other names as what they are called. */
export function conditionInLabels(graph: ProcessGraph, condition: string): string {
  const [, isTrue] = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*=\s*true\s*$/u.exec(condition) ?? [];
  if (isTrue === undefined) return condition.replace(/"[^"]*"|[\p{L}_][\p{L}\p{N}_]*/gu, (part) => (part.startsWith('"') ? part : labelOf(graph, part)));
  const label = labelOf(graph, isTrue);
  return label === isTrue ? condition : label.charAt(0).toLowerCase() + label.slice(1);
}
