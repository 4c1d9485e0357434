/** A declaration as an operation of OpenAPI. */
import type { Answer } from '../http/answers.js';
import { PROBLEMS, type ProblemCode } from '../http/codes.js';
import { isRoles, type Declared } from '../http/route.js';
import { PLAIN_ID, z } from '../http/validate.js';
import { COMPONENT, type Schema } from './schemas.js';

export function operationOf(declared: Declared, schemas: Record<string, Schema>): Schema {
  const { id, tag, summary, at } = declared;
  return {
    operationId: id, tags: [tag], summary, description: whoMay(declared), security: securityOf(declared),
    ...withSome('parameters', [...pathParameters(at), ...queryParameters(declared.query), ...(declared.ifMatch ? [{ $ref: '#/components/parameters/ifMatch' }] : [])]),
    ...bodyOf(declared), responses: responsesOf(declared, schemas),
  };
}
const withSome = (name: string, list: object[]): Schema => (list.length > 0 ? { [name]: list } : {});

function whoMay({ who, scope }: Declared): string {
  const people = isRoles(who) ? `For ${who.join(', ')}.` : { anybody: 'For anybody.', pending: 'For who is signed in, also with a temporary password.', signedIn: 'For who is signed in.' }[who];
  return scope === undefined ? people : `${people} Programs: ${scope === 'any' ? 'any token' : `\`${scope}\``}.`;
}

function securityOf(declared: Declared): object[] {
  const { who, scope, method } = declared;
  if (!isApi(declared)) return [];
  const reads = method === 'get' || method === 'head' || method === 'options';
  const person = { session: [], ...(reads ? {} : { csrf: [] }) };
  return [...(who === 'anybody' && reads ? [{}] : []), person, ...(scope === undefined ? [] : [{ token: scope === 'any' ? [] : [scope] }])];
}

/** As it is sent, before anything is made of it. */
export function schemaOf(input: z.ZodType): Schema {
  const { $schema: _draft, ...schema } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return schema;
}

const pathParameters = (at: string): Schema[] => [...at.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string', pattern: PLAIN_ID } }));
function queryParameters(query: z.ZodType | undefined): Schema[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query) as { properties?: Record<string, Schema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function bodyOf({ body }: Declared): Schema {
  if (body === undefined) return {};
  if ('form' in body) return { requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: schemaOf(body.form) } } } };
  if ('media' in body) return { requestBody: { required: true, content: Object.fromEntries(body.media.map((type) => [type, { schema: { type: 'string', format: 'binary', maxLength: body.largest } }])) } };
  return { requestBody: { required: !body.safeParse({}).success, content: { 'application/json': { schema: schemaOf(body) } } } };
}

function responsesOf(declared: Declared, schemas: Record<string, Schema>): Schema {
  const answers: Record<string, Schema> = Object.fromEntries(Object.entries(declared.answers).map(([status, answer]) => [status, answerOf(answer, schemas)]));
  for (const [status, codes] of byStatus(problemsOf(declared))) {
    const known = answers[status] as { content?: object; description?: string } | undefined;
    answers[status] = { ...known, description: [known?.description, codes.join(', ')].filter(Boolean).join('; '), ...retry(status), content: { ...known?.content, 'application/problem+json': { schema: problemSchema(codes) }, ...(isApi(declared) ? {} : { 'text/html': {} }) } };
  }
  return answers;
}
const retry = (status: string): Schema => (status === '429' || status === '503' ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } } : {});
const problemSchema = (codes: readonly ProblemCode[]): Schema => ({ allOf: [ref('Problem'), { type: 'object', properties: { code: { enum: codes } } }] });

function byStatus(codes: readonly ProblemCode[]): [string, ProblemCode[]][] {
  const found = new Map<string, ProblemCode[]>();
  for (const code of codes) found.set(String(PROBLEMS[code].status), [...(found.get(String(PROBLEMS[code].status)) ?? []), code]);
  return [...found];
}

const isApi = ({ at }: Declared): boolean => at.startsWith('/api');
/** What the declaration brings about by itself, with what it says besides. */
export function problemsOf(declared: Declared): ProblemCode[] {
  const { at, method, who, query, body, problems = [], exports, ifMatch } = declared;
  const api = isApi(declared);
  const changes = method !== 'get' && method !== 'head' && method !== 'options';
  const codes: ProblemCode[] = [
    'bad-request', 'database-unavailable', 'starting', 'temporal-unavailable',
    ...(at.includes(':') ? ['not-found'] as const : []), ...(body === undefined && !changes ? [] : ['too-large', 'unsupported-media-type'] as const),
    ...(body === undefined && !(changes && api) ? [] : ['bad-json'] as const), ...(query === undefined ? [] : ['bad-request'] as const),
    ...(api ? ['bad-token', 'scope-missing', 'too-many-requests'] as const : []), ...(api && changes ? ['bad-csrf'] as const : []), ...(exports ? ['export-running'] as const : []), ...(ifMatch ? ['stale'] as const : []),
    ...(who === 'anybody' ? [] : ['not-signed-in'] as const), ...(isRoles(who) ? ['forbidden'] as const : []), ...problems,
  ];
  return [...new Set(codes)];
}

const ref = (name: string): Schema => ({ $ref: `${COMPONENT}${name}` });
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties, required: Object.keys(properties) });
const NUMBER = { type: 'integer', minimum: 0 };

/** Throws for a type that the contract does not export: a fault of the declaration. */
function known(name: string, schemas: Record<string, Schema>): Schema {
  if (!Object.hasOwn(schemas, name)) throw new Error(`server/contract.ts exports no type ${name}`);
  return ref(name);
}

function answerOf(answer: Answer, schemas: Record<string, Schema>): Schema {
  const json = (schema: Schema): Schema => ({ description: 'Done.', content: { 'application/json': { schema } } });
  switch (answer.kind) {
    case 'nothing': return { description: 'Done; no body.' };
    case 'see': return { description: 'Leads on.', headers: { Location: { schema: { type: 'string' } } } };
    case 'media': return { description: 'A file or a page.', content: Object.fromEntries(answer.types.map((type) => [type, {}])) };
    case 'one': return json(known(answer.of, schemas));
    case 'list': return json({ type: 'array', items: known(answer.of, schemas) });
    case 'items': return json(object({ [answer.under]: { type: 'array', items: known(answer.of, schemas) } }));
    case 'page': return json(object({ items: { type: 'array', items: known(answer.of, schemas) }, total: NUMBER, page: NUMBER, pageSize: NUMBER }));
  }
}
