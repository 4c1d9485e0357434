/** The description of the API for programs (OpenAPI 3.1) and, drawn from it, pages for people. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Router } from 'express';
import { HTML, JSON_FILE, media } from '../http/answers.js';
import { ProblemError } from '../http/problem.js';
import { declare, route } from '../http/route.js';

/** Of the package, what the page needs; by what name it is asked for here. */
const ASSETS: Readonly<Record<string, string>> = { 'swagger-ui.css': 'swagger-ui.css', 'swagger-ui-bundle.js': 'swagger-ui-bundle.js' };
const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Dossierflow API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="api"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>
`;
/** Changes are tried with the token of one's session; nothing is checked by anybody else. */
const START = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json', domNode: document.getElementById('api'), validatorUrl: null, deepLinking: true, docExpansion: 'none', withCredentials: true,
  requestInterceptor: async (request) => {
    if (request.loadSpec || request.method === 'GET') return request;
    const { csrf } = await (await fetch('/api/session')).json();
    return { ...request, headers: { ...request.headers, 'x-csrf-token': csrf } };
  },
});
`;

const shown = { method: 'get', who: 'anybody', scope: 'any' } as const;
export const DESCRIPTION = declare('description', {
  document: { ...shown, path: '/openapi.json', summary: 'This description', answers: { 200: JSON_FILE } },
  page: { ...shown, path: '/docs', summary: 'The same as pages', answers: { 200: HTML } },
  asset: { ...shown, path: '/docs/:file', summary: 'What these pages are made of', answers: { 200: media('text/css', 'text/javascript') } },
});

/** `document`: made when it is first asked for. */
export function descriptionRoutes(document: () => object): Router {
  const router = Router();
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  let made: object | undefined;
  route(router, DESCRIPTION.document, (_asked, res) => { res.json(made ??= document()); });
  route(router, DESCRIPTION.page, (_asked, res) => { res.type('html').send(PAGE); });
  route(router, DESCRIPTION.asset, ({ params: { file } }, res) => {
    if (file === 'start.js') { res.type('js').send(START); return; }
    const asset = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (asset === undefined) throw new ProblemError('not-found');
    res.setHeader('cache-control', 'public, max-age=3600').sendFile(join(folder, asset));
  });
  return router;
}
