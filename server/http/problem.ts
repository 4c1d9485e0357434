/** Errors to RFC 9457 problems. Whatever a request may bring, only our own faults answer 500. */
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { DossierRejection } from '../../engine/casework/step.js';
import { Refusal } from '../../models/problem.js';
import { HostUnavailable, UnknownDossier } from '../../workflows/host.js';
import type { Problem } from '../contract.js';
import { isProblemCode, PROBLEMS, type ProblemCode } from './codes.js';
import { problemPage } from '../pages/problem.js';
import { languageOf, type Language } from './language.js';

/** `retryAfter`: seconds, told in the header. */
type Extra = Partial<Pick<Problem, 'detail' | 'fields' | 'problems' | 'meanwhile'>> & { retryAfter?: number };

export class ProblemError extends Error {
  constructor(readonly code: ProblemCode, readonly extra: Extra = {}) {
    super(extra.detail ?? code);
    this.name = 'ProblemError';
  }
}

const OF_REJECTION: Partial<Record<DossierRejection['code'], ProblemCode>> = { 'unknown-work-item': 'stale-work-item' };

/** The interpreter's "not now", as the API says it. */
export function problemOfRejection(rejection: DossierRejection, extra: Extra = {}): ProblemError {
  const code = OF_REJECTION[rejection.code] ?? rejection.code;
  return new ProblemError(isProblemCode(code) ? code : 'refused', { detail: rejection.message, ...extra });
}

export function problemBody(code: ProblemCode, language: Language, extra: Omit<Extra, 'retryAfter'> = {}): Problem {
  const kind = PROBLEMS[code];
  return { type: `urn:dossierflow:problem:${code}`, title: kind[language], status: kind.status, code, ...extra };
}

export function sendProblem(req: Request, res: Response, code: ProblemCode, extra: Extra = {}): void {
  const kind = PROBLEMS[code];
  const { retryAfter = kind.status === 503 ? 5 : undefined, ...told } = extra;
  const problem = problemBody(code, languageOf(req), told);
  if (retryAfter !== undefined) res.setHeader('retry-after', String(retryAfter));
  // A person with a browser on a public page, not a program at the API.
  if (!req.originalUrl.startsWith('/api') && req.accepts(['html', 'json']) === 'html') {
    res.status(kind.status).type('html').send(problemPage(problem.title, kind.status === 503, languageOf(req)));
    return;
  }
  res.status(kind.status).type('application/problem+json').send(JSON.stringify(problem));
}

const DATABASE_AWAY = /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|Topology|PoolCleared|PoolClosed|ServerClosed|ConnectionPool)/;

export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) { next(error); return; }
    const { code, extra } = known(error);
    if (code === 'internal') log.error({ err: error, path: req.path }, 'request failed');
    else if (PROBLEMS[code].status === 503) log.warn({ path: req.path, why: (error as Error).message }, code);
    sendProblem(req, res, code, extra);
  };
}

/** Code and details of whatever was thrown; `internal` for a fault of ours. */
export function known(error: unknown): { code: ProblemCode; extra?: Extra } {
  if (error instanceof ProblemError) return { code: error.code, extra: error.extra };
  if (error instanceof Refusal) {
    return { code: error.code, extra: { detail: error.message, ...(error.details.problems ? { problems: error.details.problems as Problem['problems'] } : {}), ...(error.details.fields ? { fields: [...error.details.fields] } : {}) } };
  }
  if (error instanceof HostUnavailable) return { code: 'temporal-unavailable' };
  if (error instanceof UnknownDossier) return { code: 'unknown-dossier' };
  if (!(error instanceof Error)) return { code: 'internal' };
  if (DATABASE_AWAY.test(error.name)) return { code: 'database-unavailable' };
  return { code: ofBodyParser(error as Error & { type?: string; status?: number }) };
}

function ofBodyParser({ type, status }: { type?: string; status?: number }): ProblemCode {
  if (type === 'entity.too.large') return 'too-large';
  if (type === 'entity.parse.failed') return 'bad-json';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'unsupported-media-type';
  return status !== undefined && status >= 400 && status < 500 ? 'bad-request' : 'internal';
}
