/** Writes docs/rules-bpmn.md, the table of the rules that a file is held to, from the rules themselves. */
import { writeFileSync } from 'node:fs';
import { rules } from '../engine/bpmn/rules/index.js';

const severities = { error: 'error', executable: 'error if executable', warning: 'warning' } as const;

export function rulesPage(): string {
  const rows = rules.map((each) => `| ${each.id} | ${each.on.join(', ')} | ${each.says.replace(/\|/g, '\\|')} | ${each.section} | ${severities[each.severity]} |`);
  const errors = rules.filter((each) => each.severity !== 'warning').length;
  return `# Rules of BPMN 2.0

${rules.length} rules, of which ${errors} refuse a file at publish; the others warn. Sections are those of BPMN 2.0.2 (formal/2013-12-09); \`df\` stands for the procedure extension.
"Error if executable" is an error in a process that says \`isExecutable="true"\` and a warning elsewhere.
Made from \`engine/bpmn/rules/\` by \`scripts/rules-page.ts\`; a test compares the two. Limits of size and what is refused before these rules
are looked at (malformed XML, DOCTYPE, entities, control characters, ids given twice) are in \`engine/bpmn/limits.ts\` and \`scan.ts\`.

| rule | about | says | section | severity |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

if (process.argv[1]?.endsWith('rules-page.js')) writeFileSync('docs/rules-bpmn.md', rulesPage());
