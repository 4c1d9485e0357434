/** What the forms of the one-stop mechanism say, put together before anything is laid out. Dates are written out already. */

export interface Owner { name: string; address?: string; phone?: string; email?: string }
/** Printed at the head of every form. */
export interface Letterhead {
  agencyName: string; departmentName: string; number: string; /** `dd/MM/yyyy` */ date: string;
  /** What the agency's template adds; `crest` is a PNG. */
  superior?: string; place?: string; crest?: Buffer;
}
export interface Signer { /** Whose signature: position or part played. */ as: string; name: string; /** Line above the position. */ onBehalf?: string }
interface Form { head: Letterhead; dossierNo: string; procedureName: string; owner: Owner; /** Where the state of the dossier is shown. */ link: string }

export interface ReceiptFacts extends Form {
  parts: { name: string; form: string; copies: number; received: boolean }[];
  limit?: string; fee?: string; receivedAt: string; dueAt?: string; place: string; registerEntry: string; submitter: Signer; receiver: Signer;
}
export interface SupplementFacts extends Form {
  parts: { name: string; form: string; copies: number }[]; reason: string; ground?: string; answerBy?: string; contact: string; signer: Signer;
}
export interface RefusalFacts extends Form { reason: string; ground?: string; signer: Signer }
export interface ApologyFacts extends Form {
  receivedAt: string; appointedAt: string; unit: string; reason: string; newDueAt: string; place: string; signer: Signer;
}
export interface StopFacts extends Form { stoppedAt: string; stage: string; reason: string; ground?: string; money?: string; signer: Signer }
export interface ControlSlipFacts extends Form { rows: HandOverRow[] }
/** One hand-over between units; `result` is that of the receiving unit's step, once it is done. */
export interface HandOverRow { giver: string; receiver: string; step: string; at: string; doneAt?: string; by?: string; result?: 'early' | 'onTime' | 'late'; note?: string }

export interface RegisterRow { dossierNo: string; procedureName: string; sets: number; owner: string; contact: string; unit: string; receivedAt: string; dueAt: string; returnedAt: string; channel: string; note: string }
export interface RegisterFacts { agencyName: string; departmentName: string; from: string; to: string; rows: RegisterRow[]; total: number }

export type FormFacts =
  | { form: '01'; facts: ReceiptFacts } | { form: '02'; facts: SupplementFacts } | { form: '03'; facts: RefusalFacts }
  | { form: '04'; facts: ApologyFacts } | { form: '05'; facts: StopFacts } | { form: '06'; facts: ControlSlipFacts };
