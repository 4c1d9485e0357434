/** The few calls of bpmn-moddle that are used here; the package itself brings no types for its entry. */
declare module 'bpmn-moddle' {
  export interface ModdleDescriptor {
    name: string;
    ns?: { prefix?: string; localName: string; uri?: string };
    properties: { name: string; type: string; isMany?: boolean; isReference?: boolean; isAttr?: boolean; ns: { name: string; localName: string } }[];
  }
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    readonly $attrs: Readonly<Record<string, string>>;
    readonly $descriptor: ModdleDescriptor;
    /** Elements of no known package only. */
    readonly $children?: readonly ModdleElement[];
    readonly $body?: string;
    $instanceOf?(type: string): boolean;
    [property: string]: unknown;
  }
  export interface ModdleWarning { message: string; element?: ModdleElement; property?: string; value?: string; error?: Error }
  export interface ParseResult {
    rootElement: ModdleElement;
    elementsById: Record<string, ModdleElement>;
    warnings: ModdleWarning[];
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    getType(name: string): { $descriptor: { propertiesByName: Record<string, { isAttr?: boolean }> } };
    fromXML(xml: string, type?: string): Promise<ParseResult>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, attributes?: Record<string, unknown>): ModdleElement;
    createAny(type: string, uri: string, attributes?: Record<string, unknown>): ModdleElement;
  }
}
