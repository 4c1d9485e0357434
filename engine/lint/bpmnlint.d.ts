/** The parts of bpmnlint that are used: its rules, and the walk through a file. */
declare module 'bpmnlint/lib/traverse.js' {
  type Traversed = object;
  export default function traverse(element: Traversed, options: { enter?: (element: Traversed) => unknown; leave?: (element: Traversed) => void }): void;
  export type { Traversed };
}
declare module 'bpmnlint/rules/*' {
  type Visit = (element: object, reporter: { report(id: string | undefined, message: string): void }) => unknown;
  export default function rule(config?: unknown): { check: Visit | { enter?: Visit; leave?: Visit } };
}
