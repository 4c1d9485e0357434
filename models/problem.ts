/** A wish that the data do not allow; `code` is stable and becomes the code of the HTTP problem. */
export type RefusalCode =
  | 'unknown-procedure' | 'unknown-version' | 'unknown-dossier' | 'unknown-work-item' | 'not-published' | 'stale-draft' | 'no-draft'
  | 'cannot-run' | 'published-meanwhile' | 'command-id-reused' | 'forbidden' | 'procedure-exists' | 'bad-data';

export class Refusal extends Error {
  constructor(readonly code: RefusalCode, message: string, readonly details: { problems?: readonly unknown[] } = {}) {
    super(message);
    this.name = 'Refusal';
  }
}
