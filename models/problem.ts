/** A wish that the data do not allow; `code` is stable and becomes the code of the HTTP problem. */
export type RefusalCode =
  | 'unknown-procedure' | 'unknown-version' | 'unknown-dossier' | 'unknown-work-item' | 'not-published' | 'stale-draft' | 'no-draft'
  | 'cannot-run' | 'published-meanwhile' | 'command-id-reused' | 'forbidden' | 'procedure-exists' | 'bad-data'
  | 'unknown-calendar' | 'bad-calendar' | 'stale-calendar' | 'calendar-exists'
  | 'file-refused' | 'file-too-large' | 'unknown-file';

export class Refusal extends Error {
  constructor(readonly code: RefusalCode, message: string, readonly details: { problems?: readonly unknown[]; fields?: readonly { field: string; message: string }[] } = {}) {
    super(message);
    this.name = 'Refusal';
  }
}
