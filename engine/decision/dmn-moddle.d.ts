/** The parts of dmn-moddle's tree that are read here; the package brings no types. */
declare module 'dmn-moddle' {
  export interface DmnElement {
    readonly $type: string;
    id?: string;
    name?: string;
    label?: string;
    text?: string;
    typeRef?: string;
    expressionLanguage?: string;
    drgElement?: DmnElement[];
    itemDefinition?: DmnElement[];
    itemComponent?: DmnElement[];
    variable?: DmnElement;
    informationRequirement?: { requiredDecision?: { href?: string }; requiredInput?: { href?: string } }[];
    knowledgeRequirement?: { requiredKnowledge?: { href?: string } }[];
    decisionLogic?: DmnElement;
    encapsulatedLogic?: DmnElement;
    formalParameter?: DmnElement[];
    body?: DmnElement;
    kind?: string;
    // decision tables
    hitPolicy?: string;
    aggregation?: string;
    input?: DmnElement[];
    output?: DmnElement[];
    rule?: DmnElement[];
    inputExpression?: DmnElement;
    outputValues?: DmnElement;
    defaultOutputEntry?: DmnElement;
    inputEntry?: DmnElement[];
    outputEntry?: DmnElement[];
    // boxed expressions
    contextEntry?: DmnElement[];
    value?: DmnElement;
    elements?: DmnElement[];
    column?: DmnElement[];
    row?: DmnElement[];
    calledFunction?: DmnElement;
    binding?: { parameter?: DmnElement; bindingFormula?: DmnElement }[];
  }
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: DmnElement; warnings: { message: string }[] }>;
  }
}
