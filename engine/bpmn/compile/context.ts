/** What all parts of the compiler share: where to report, which names are known, how texts become expressions. */
import type { Diagnostic } from '../../graph/types.js';
import { identified, is, type El } from '../element.js';
import type { Source } from '../source.js';
import type { VendorReader } from '../vendor.js';

export type Treatment = 'taken over' | 'translated' | 'not supported';
/** One line of the import report: what became of a vendor's attribute or element. */
export interface ReportEntry { elementId: string; name: string; value?: string; treatment: Treatment; note?: string }

export interface Compile {
  source: Source;
  vendor: VendorReader;
  /** Names that expressions may use; those with blanks and signs in them are read as one name only when listed. */
  names: string[];
  /** Set for processes that the file declares as not executable: what cannot run is then no error. */
  lenient: boolean;
  /** The process says that it is executable; a plain Expression is natural language otherwise (BPMN 2.0 section 8.4.6). */
  executable: boolean;
  report: ReportEntry[];
  diagnose(severity: Diagnostic['severity'], code: string, element: El | undefined, message: string): void;
  /** Label of an element for messages: `Task_1 ("Thẩm định")`. */
  label(element: El | undefined): string;
}

const parts = ['Expression', 'EventDefinition', 'LoopCharacteristics', 'DataAssociation', 'Assignment', 'ComplexBehaviorDefinition', 'ImplicitThrowEvent'];

/** The node, flow or process that a designer sees, for a part of it such as a condition. */
function drawn(element: El | undefined): El | undefined {
  let at = element;
  while (at?.$parent && !is(at.$parent, 'Definitions') && parts.some((type) => is(at, type))) at = at.$parent;
  return at;
}

export function createCompile(source: Source): Compile {
  return {
    source, vendor: source.vendor, names: [], lenient: false, executable: false, report: [],
    diagnose(severity, code, element, message) {
      const elementId = identified(drawn(element));
      const line = source.lineOf(elementId);
      source.diagnostics.push({ code, severity, message, ...(elementId && { elementId }), ...(line !== undefined && { line }) });
    },
    label(part) {
      const element = drawn(part);
      const id = identified(element) ?? 'an element without id';
      return typeof element?.name === 'string' && element.name ? `${id} ("${element.name.slice(0, 60)}")` : id;
    },
  };
}

/** A variable's name as expressions see it: composed letters, single blanks. */
export const variableName = (name: string): string => name.normalize('NFC').trim().split(/\s+/).join(' ');
