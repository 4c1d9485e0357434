/** Attributes and elements of the two widespread vendors' vocabularies, found by namespace, whatever the prefix. */
import { extensions, type El } from './element.js';

export type Vendor = 'camunda' | 'zeebe';
const namespaces: Record<Vendor, readonly string[]> = {
  camunda: ['http://camunda.org/schema/1.0/bpmn', 'http://activiti.org/bpmn'],
  zeebe: ['http://camunda.org/schema/zeebe/1.0'],
};

export interface VendorReader {
  /** An attribute such as `camunda:collection`. */
  attribute(element: El | undefined, vendor: Vendor, name: string): string | undefined;
  /** Elements directly inside `extensionElements`, such as `zeebe:ioMapping`. */
  elements(element: El | undefined, vendor: Vendor, name: string): El[];
  /** Vendor that an attribute name as written, or an element, belongs to. */
  vendorOf(prefixed: string | El): { vendor: Vendor; name: string } | undefined;
}

/** `prefixes`: every prefix declared in the file with its namespace. */
export function vendorReader(prefixes: ReadonlyMap<string, string>): VendorReader {
  const vendorOfUri = (uri: string | undefined): Vendor | undefined =>
    uri === undefined ? undefined : (['camunda', 'zeebe'] as const).find((each) => namespaces[each].includes(uri));
  const vendorOf = (of: string | El): { vendor: Vendor; name: string } | undefined => {
    const name = typeof of === 'string' ? of : of.$type;
    const colon = name.indexOf(':');
    if (colon < 0) return undefined;
    const uri = typeof of === 'string' ? prefixes.get(name.slice(0, colon)) : of.$descriptor.ns?.uri ?? prefixes.get(name.slice(0, colon));
    const vendor = vendorOfUri(uri);
    return vendor && { vendor, name: name.slice(colon + 1) };
  };
  const matches = (of: string | El, vendor: Vendor, name: string): boolean => {
    const found = vendorOf(of);
    return found?.vendor === vendor && found.name === name;
  };
  return {
    vendorOf,
    attribute(element, vendor, name) {
      if (!element?.$attrs) return undefined;
      const key = Object.keys(element.$attrs).find((each) => matches(each, vendor, name));
      return key === undefined ? undefined : element.$attrs[key];
    },
    elements: (element, vendor, name) => extensions(element).filter((each) => matches(each, vendor, name)),
  };
}

/** Children of a vendor element by local name. */
export const vendorChildren = (element: El | undefined, name: string): El[] =>
  (element?.$children ?? []).filter((each) => each.$type.slice(each.$type.indexOf(':') + 1) === name);

/** Unprefixed attribute of a vendor element. */
export function vendorText(element: El | undefined, name: string): string | undefined {
  const value = element?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
