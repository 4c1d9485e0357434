/** One file to a dossier, in pieces: a broken line costs one piece. Loaded when the first file is chosen. */
import { Upload } from 'tus-js-client';
import type { Problem } from '../../server/contract.js';
import { ApiError, ConnectionLost, csrfToken } from './http.js';

const PIECE = 1024 * 1024;
const BETWEEN_TRIES_MS = [500, 2_000, 5_000, 10_000];

/** `told` gets the share that has come, 0 to 1. Rejects with ApiError when the server does not take the file; chosen again later, it goes on where it stopped. */
export function uploadFile(file: File, dossierId: string, part: string | undefined, told: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/uploads', chunkSize: PIECE, retryDelays: BETWEEN_TRIES_MS, headers: { 'x-csrf-token': csrfToken() }, removeFingerprintOnSuccess: true,
      metadata: { dossierId, name: file.name.normalize('NFC'), ...(part ? { part } : {}) },
      // The same file may belong to two dossiers: each has an upload of its own to go on with.
      fingerprint: (chosen) => Promise.resolve(`df-${dossierId}-${part ?? ''}-${(chosen as File).name}-${(chosen as File).size}-${(chosen as File).lastModified}`),
      onProgress: (sent, all) => { told(all === 0 ? 0 : sent / all); }, onSuccess: () => { resolve(); },
      onError: (error) => { reject(asKnown(error)); },
    });
    void upload.findPreviousUploads().then(([previous]) => {
      if (previous) upload.resumeFromPreviousUpload(previous);
      upload.start();
    });
  });
}

interface Answered { originalResponse?: { getBody(): string; getStatus(): number } | null }
function asKnown(error: Error & Answered): Error {
  const answer = error.originalResponse;
  if (!answer) return new ConnectionLost('connection-lost', { cause: error });
  return new ApiError(answer.getStatus(), problemOf(answer.getBody(), answer.getStatus()));
}

function problemOf(body: string, status: number): Problem {
  const http = { type: 'about:blank', title: '', status, code: `http-${status}` };
  try {
    return { ...http, ...(JSON.parse(body) as Partial<Problem>) };
  } catch {
    return http;
  }
}
