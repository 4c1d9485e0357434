/** Ids made in the browser. `crypto.randomUUID` is there on secure addresses only; an agency's own network may not be one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
