/** What a route answers, said by the names of server/contract.ts, whose types become the schemas of the description. */
export type Answer =
  | { kind: 'nothing' } | { kind: 'one'; of: string } | { kind: 'list' | 'page'; of: string } | { kind: 'items'; of: string; under: string } | { kind: 'media'; types: readonly string[] } | { kind: 'see' };

export const NOTHING: Answer = { kind: 'nothing' };
/** Leads elsewhere, by the header Location. */
export const SEE_OTHER: Answer = { kind: 'see' };
/** A type of the contract. */
export const one = (of: string): Answer => ({ kind: 'one', of });
/** An array of it. */
export const listOf = (of: string): Answer => ({ kind: 'list', of });
/** `{items}` of it. */
export const itemsOf = (of: string, under = 'items'): Answer => ({ kind: 'items', of, under });
/** `{items, total, page, pageSize}` of it. */
export const pageOf = (of: string): Answer => ({ kind: 'page', of });
export const media = (...types: string[]): Answer => ({ kind: 'media', types });

export const HTML = media('text/html');
export const PDF = media('application/pdf');
export const XLSX = media('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
export const JSON_FILE = media('application/json');
