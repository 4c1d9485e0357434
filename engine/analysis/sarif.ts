/** Findings as SARIF 2.1.0, so that a code review shows them beside the file. */
import { catalogue } from './catalogue.js';
import type { Finding, Severity, TellingFinding } from './finding.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', advice: 'note' };

export interface SarifOptions {
  /** Line of an element in its file, where it is known. */
  lineOf?: (file: string, element: string) => number | undefined;
}

/** What cannot be told is left out: SARIF knows results only. An accepted finding is a suppressed result. */
export function toSarif(findings: readonly Finding[], { lineOf }: SarifOptions = {}): object {
  const results = findings.filter((each): each is TellingFinding => each.canTell);
  const rules = [...new Set(results.map((each) => each.check))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'dossierflow', rules: rules.map((id) => ({ id, ...titleOf(id), helpUri: `docs/rules/README.md#${id.toLowerCase()}` })) } },
      results: results.map((finding) => ({
        ruleId: finding.check, ruleIndex: rules.indexOf(finding.check), level: levels[finding.severity],
        message: { text: finding.suggestion === undefined ? finding.message : `${finding.message}. ${finding.suggestion}.` },
        locations: [location(finding.file, finding.elements, lineOf)],
        ...(finding.files && { relatedLocations: finding.files.filter((file) => file !== finding.file).map((file, id) => ({ id: id + 1, ...location(file, [], lineOf) })) }),
        ...(finding.accepted && { suppressions: [{ kind: 'external', justification: finding.accepted.reason }] }),
        properties: { elements: finding.elements, evidence: finding.evidence, ...(finding.confidence !== undefined && { confidence: finding.confidence }), ...(finding.hoursPerYear !== undefined && { hoursPerYear: finding.hoursPerYear }) },
      })),
    }],
  };
}

function titleOf(id: string): object {
  const title = catalogue.find((each) => each.id === id)?.title;
  return title ? { shortDescription: { text: title.en } } : {};
}

function location(file: string, elements: readonly string[], lineOf: SarifOptions['lineOf']): object {
  const line = elements.map((element) => lineOf?.(file, element)).find((each) => each !== undefined);
  return {
    physicalLocation: { artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') }, region: { startLine: line ?? 1 } },
    ...(elements.length > 0 && { logicalLocations: elements.map((name) => ({ name, kind: 'element' })) }),
  };
}
