/** What people call the data of a process: the documentation of the property or data object of that name. */
import type { ProcessGraph } from './types.js';

/** Without documentation, the name itself. */
export function labelOf(graph: ProcessGraph, name: string): string {
  for (const element of Object.values(graph.data)) {
    if (element.documentation !== undefined && (element.name ?? element.id) === name) return element.documentation;
  }
  return name;
}
