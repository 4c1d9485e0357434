/** What we use of bpmn-js and its panel where the packages bring no types. */
declare module 'bpmn-js-properties-panel' {
  type Module = NonNullable<import('diagram-js/lib/Diagram').DiagramOptions['modules']>[number];
  export const BpmnPropertiesPanelModule: Module;
  export const BpmnPropertiesProviderModule: Module;
  export function useService(name: string, strict?: boolean): never;
}
declare module '@bpmn-io/properties-panel' {
  type Component = (props: Record<string, unknown>) => unknown;
  export const TextFieldEntry: Component, TextAreaEntry: Component, NumberFieldEntry: Component, SelectEntry: Component, CheckboxEntry: Component;
  export const Group: Component, ListGroup: Component;
  export const isTextFieldEntryEdited: (node: Element | null) => boolean;
  export const isTextAreaEntryEdited: typeof isTextFieldEntryEdited, isNumberFieldEntryEdited: typeof isTextFieldEntryEdited;
  export const isSelectEntryEdited: typeof isTextFieldEntryEdited, isCheckboxEntryEdited: typeof isTextFieldEntryEdited;
}
declare module '@bpmn-io/properties-panel/preact' {
  export function h(component: unknown, props: Record<string, unknown> | null, ...children: unknown[]): unknown;
}
