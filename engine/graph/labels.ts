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
