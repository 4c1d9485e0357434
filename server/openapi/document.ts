/** The description of the API (OpenAPI 3.1), made of the declarations that the server holds every request to. */
import { SCOPES } from '../../models/schemas/token.js';
import type { Declared } from '../http/route.js';
import { operationOf } from './operations.js';
import { contractSchemas, type Schema } from './schemas.js';

export interface Document { openapi: string; info: object; servers: object[]; tags: object[]; paths: Record<string, Record<string, Schema>>; components: { schemas: Record<string, Schema>; securitySchemes: object; parameters: Record<string, Schema> } }

const ABOUT = [
  'What the staff pages and other programs reach of Dossierflow. A problem is `application/problem+json` (RFC 9457) with a stable `code`; `fields` name what was wrong with the input.',
  'Lists take `page` (from 1) and `pageSize` (at most 200) and answer `items` and `total`. A change of a dossier carries a `commandId`, made once for each intent: the same one again changes nothing and answers the same.',
  'A thing that is edited is read with an `ETag`; sent back as `If-Match` it refuses the change (412) where somebody else has changed it since. Too many requests are answered 429 with `Retry-After`.',
  'What belongs to another agency is 404.',
].join('\n\n');

export function openApi(routes: readonly Declared[], schemas = contractSchemas()): Document {
  const shown = routes.filter(isDescribed);
  const paths: Document['paths'] = {};
  for (const each of shown) (paths[pathOf(each)] ??= {})[each.method] = operationOf(each, schemas);
  return {
    openapi: '3.1.0', info: { title: 'Dossierflow', version: '1', description: ABOUT, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }], tags: [...new Set(shown.map(({ tag }) => tag))].map((name) => ({ name })), paths,
    components: { schemas, securitySchemes: SECURITY, parameters: PARAMETERS },
  };
}

/** Files of the staff pages have no shape to describe. */
const isDescribed = ({ at }: Declared): boolean => !at.includes('{');
/** `/work/:id` is `/work/{id}`. */
const pathOf = ({ at }: Declared): string => at.replace(/:(\w+)/g, '{$1}');

const SECURITY = {
  session: { type: 'apiKey', in: 'cookie', name: 'df.sid', description: 'A person, signed in by POST /api/session/password.' },
  csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token', description: 'With the session, for every change: `csrf` of GET /api/session.' },
  token: { type: 'http', scheme: 'bearer', description: `A program, with a token of these scopes: ${SCOPES.join(', ')}.` },
};
const PARAMETERS: Record<string, Schema> = {
  ifMatch: { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' }, description: 'The ETag that was read.' },
};
