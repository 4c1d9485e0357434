/** Writes docs/access.md, the table of who reaches which route, from the declarations of the routes themselves. */
import { writeFileSync } from 'node:fs';
import { API_ROUTES, CALLERS, reached, ROLES, type Reached } from '../server/access.js';
import { isRoles, type Declared } from '../server/http/route.js';

const WHO = { anybody: 'anybody', pending: 'signed in, also with a temporary password', signedIn: 'signed in' } as const;

export function counts(): Record<Reached, number> & { all: number } {
  const cells = API_ROUTES.flatMap((each) => CALLERS.map((caller) => reached(each, caller)));
  const count = (wanted: Reached): number => cells.filter((each) => each === wanted).length;
  return { all: cells.length, through: count('through'), 401: count(401), 403: count(403) };
}

export function accessPage(): string {
  const { all, through, ...refused } = counts();
  return `# Who reaches which route

${API_ROUTES.length} routes of the API by ${CALLERS.length} kinds of callers (nobody, somebody with a temporary password, each of ${ROLES.length} roles, a program with each scope): ${all} cells,
of which ${through} go through, ${refused[401]} are 401 and ${refused[403]} are 403. Every cell is tried on the running application, the roles in two agencies
(\`test/server/access/matrix.test.ts\`). "Through" means that the data layer decides, which knows agencies, departments and steps: what is another
agency's is 404 there, and in no list, count or file (\`test/server/access/apart.test.ts\`). Made of the declarations in \`server/routes\` by
\`npm run access\`; a test compares the two.

| route | | people | programs |
| --- | --- | --- | --- |
${API_ROUTES.map(row).join('\n')}
`;
}

function row({ method, at, summary, who, scope }: Declared): string {
  return `| \`${method.toUpperCase()} ${at.slice('/api'.length)}\` | ${summary} | ${isRoles(who) ? who.join(', ') : WHO[who]} | ${scope === undefined ? '' : scope === 'any' ? 'any token' : `\`${scope}\``} |`;
}

if (process.argv[1]?.endsWith('access-page.js')) writeFileSync('docs/access.md', accessPage());
