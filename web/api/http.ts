/** Sends requests to our own server: CSRF header, JSON in and out, RFC 9457 problems as `ApiError`. */
import type { Problem } from '../../server/contract.js';

/** The server answered and said no; `problem.code` is stable. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** No answer came: the server may or may not have done what was asked, so the same command id is sent again. */
export class ConnectionLost extends Error {}

let csrf = '';
/** The token of the session; every request that changes something carries it. */
export const rememberCsrf = (token: string): void => { csrf = token; };
export const csrfToken = (): string => csrf;

export interface Answer<T> { body: T; etag?: string }
/** `bytes` are sent as they are. */
interface Options { method?: string; json?: unknown; bytes?: Blob; headers?: Record<string, string>; signal?: AbortSignal }

export async function request<T>(path: string, options: Options = {}): Promise<Answer<T>> {
  const response = await send(path, options);
  const type = response.headers.get('content-type') ?? '';
  const body: unknown = response.status === 204 ? undefined : type.includes('json') ? await response.json() : await response.text();
  if (!response.ok) throw new ApiError(response.status, asProblem(response, body));
  return { body: body as T, etag: response.headers.get('etag') ?? undefined };
}

/** A file as the answer. */
export async function requestFile(path: string, options: Options): Promise<Blob> {
  const response = await send(path, options);
  if (!response.ok) throw new ApiError(response.status, asProblem(response, await response.json().catch(() => undefined)));
  return response.blob();
}

async function send(path: string, { method = 'GET', json, bytes, headers, signal }: Options): Promise<Response> {
  // Texts of the server come in the language of the page, not of the browser.
  const sent: Record<string, string> = { accept: 'application/json, application/xml;q=0.9', 'accept-language': document.documentElement.lang, ...headers };
  if (method !== 'GET') sent['x-csrf-token'] = csrf;
  if (json !== undefined) sent['content-type'] = 'application/json';
  if (bytes !== undefined) sent['content-type'] = 'application/octet-stream';
  try {
    return await fetch(path, { method, headers: sent, body: bytes ?? (json === undefined ? undefined : JSON.stringify(json)), signal, credentials: 'same-origin' });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ConnectionLost('connection-lost', { cause });
  }
}

/** A proxy may answer with a page of its own: that, too, becomes a problem. */
function asProblem(response: Response, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  return { type: 'about:blank', title: response.statusText, status: response.status, code: `http-${response.status}` };
}
