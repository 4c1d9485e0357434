/** Names of the elements of a drawing, by id. */
export function namesIn(xml: string | undefined): Map<string, string> {
  if (xml === undefined) return new Map();
  const named = [...new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('[id][name]')];
  return new Map(named.map((element) => [element.getAttribute('id')!, element.getAttribute('name')!.replace(/\s+/g, ' ')]));
}
