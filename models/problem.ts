/** A wish that the data do not allow; `code` is stable and becomes the code of the HTTP problem. */
export type RefusalCode =
  | 'unknown-procedure' | 'unknown-version' | 'unknown-dossier' | 'unknown-work-item' | 'not-published' | 'stale-draft' | 'no-draft'
  | 'cannot-run' | 'published-meanwhile' | 'command-id-reused' | 'forbidden' | 'procedure-exists' | 'bad-data'
  | 'unknown-calendar' | 'bad-calendar' | 'stale-calendar' | 'calendar-exists' | 'stale-rules' | 'stale-organisation' | 'not-found'
  | 'file-refused' | 'file-too-large' | 'unknown-file' | 'too-many-views' | 'unknown-draft' | 'too-many-drafts' | 'unknown-stand-in' | 'bad-request'
  | 'unknown-message' | 'personal-data' | 'holds-open-work'
  | 'unknown-framework' | 'framework-exists' | 'framework-withdrawn' | 'undecided' | 'bad-package'
  | 'in-review' | 'wrong-state' | 'open-comments' | 'four-eyes' | 'direct-issue-off' | 'unknown-comment' | 'unknown-improvement' | 'unknown-report' | 'unknown-document' | 'document-exists' | 'too-many-comments' | 'stale';

export class Refusal extends Error {
  constructor(readonly code: RefusalCode, message: string, readonly details: { problems?: readonly unknown[]; fields?: readonly { field: string; message: string }[] } = {}) {
    super(message);
    this.name = 'Refusal';
  }
}

/** One field of what was asked is not as it must be. */
export function wrongField(field: string, message: string): Refusal {
  return new Refusal('bad-request', `${field}: ${message}`, { fields: [{ field, message }] });
}
