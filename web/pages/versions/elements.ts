/** Named elements of a drawing, as its file names them: what a comment can be about. */
export interface Named { id: string; name: string }

const SPOKEN_OF = /(Task|Event|Gateway|subProcess|callActivity|transaction|adHocSubProcess|lane|participant|dataObjectReference|task)$/;

export function elementsOf(xml: string): Named[] {
  const all = new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName('*');
  return [...all].filter((each) => SPOKEN_OF.test(each.localName) && each.hasAttribute('id') && each.getAttribute('name')).map((each) => ({ id: each.getAttribute('id')!, name: each.getAttribute('name')! }));
}
