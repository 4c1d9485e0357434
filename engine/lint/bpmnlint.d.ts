/** The parts of bpmnlint that are used: its rules, and the function that runs one of them. */
declare module 'bpmnlint/lib/test-rule.js' {
  interface LintRule { check: unknown }
  interface Report { id?: string; message: string; path?: readonly (string | number)[] }
  export default function testRule(options: { moddleRoot: unknown; rule: LintRule }): Report[];
}
declare module 'bpmnlint/rules/*' {
  export default function rule(config?: unknown): { check: unknown };
}
