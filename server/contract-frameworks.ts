/** What the HTTP API answers about model frameworks and packages: a part of the contract. */

export interface TwoWords { vi: string; en: string }
/** GET /api/frameworks. `adopted`: the version that the reader's agency follows; `isNew`: there is a later one for what it follows. */
export interface FrameworkRow {
  id: string; title: TwoWords; publisher: string; sector?: TwoWords; version: number; from: string; to?: string; withdrawn: boolean; samples: number; adopters: number; adopted?: number; isNew: boolean; isOwn: boolean; fits: boolean;
}
export interface FrameworkSample { code: string; name: string; adopted?: { procedureId: string; version: number; deviations: number; unexplained: number } }
export interface FrameworkQuestion { id: string; kind: 'one' | 'many' | 'yesNo'; text: TwoWords; options?: { value: string; text: TwoWords }[] }
/** `when`: a FEEL condition over the answers. */
export interface FrameworkEntry { code: string; when: string; because: TwoWords; otherwise: TwoWords }
/** GET /api/frameworks/:id. `entries`: for its publisher, who writes the guideline. */
export interface FrameworkView extends FrameworkRow {
  kinds: string[]; levels: string[]; versions: { version: number; from: string; to?: string; note?: string; at: string; hash: string; withdrawn?: { at: string; reason: string } }[];
  questions: FrameworkQuestion[]; entries?: FrameworkEntry[]; procedures: FrameworkSample[]; documents: { id: string; name: string; text: string }[]; answers: Record<string, string | boolean | string[]>; shares: boolean; mayAdopt: boolean;
}
/** POST /api/frameworks/:id/list {answers}: each procedure of the guideline, on the list or not, and why; `listed` is absent while `open` questions decide. */
export interface FrameworkListed { code: string; name: string; listed?: boolean; reason: TwoWords; when: string; open: string[] }
/** Where a value stands: on which element of the drawing, of which fact. */
export interface FrameworkPlace { element?: string; name: string; kind: string; which?: string }
export interface FrameworkChange { id: string; place: FrameworkPlace; change: 'added' | 'removed' | 'changed'; attribute: string; before?: string; after?: string }
export interface FrameworkDeviation extends FrameworkChange { reason?: string; byName?: string; at?: string; /** The reason was given for another value. */ isOld?: boolean }
/** GET /api/frameworks/:id/procedures/:code/deviations. */
export interface FrameworkDeviations { code: string; procedureId: string; name: string; version: number; currentVersion: number; xml: string; deviations: FrameworkDeviation[] }
export interface FrameworkConflict { id: string; place: FrameworkPlace; kind: 'value' | 'presence' | 'branch'; attribute: string; base?: string; ours?: string; theirs?: string; with: FrameworkPlace[]; chosen: 'ours' | 'theirs'; decided: boolean }
/** POST /api/frameworks/:id/procedures/:code/merge/preview {resolutions}; with `etag` to .../merge, which makes it the draft. */
export interface FrameworkMerge { code: string; name: string; procedureId: string; from: number; to: number; etag: string; xml: string; taken: FrameworkChange[]; kept: FrameworkChange[]; conflicts: FrameworkConflict[] }
/** GET /api/frameworks/rulings?code=&on= : what of the frameworks of the reader's agency rules a procedure on a day. */
export interface FrameworkRuling { attribute: string; value: string; framework: string; title: TwoWords; version: string; rule: 'alone' | 'same' | 'silent' | 'stricter' | 'contrary'; others: { framework: string; title: TwoWords; value: string; holds: boolean }[] }
export interface FrameworkRulings { on: string; code: string; codes: { code: string; name: string }[]; rulings: FrameworkRuling[] }
/** GET /api/frameworks/:id/practice, for its publisher. Minutes of office time; figures of agencies that let them be seen. */
export interface FrameworkPractice { adopters: FrameworkAdopter[] }
export interface FrameworkAdopter {
  agencyId: string; agencyName: string; version: number; at: string; shares: boolean;
  procedures: { code: string; version: number; deviations: FrameworkDeviation[]; figures?: { dossiers: number; medianMinutes: number; nineInTenMinutes: number; limitMinutes?: number; isBetter: boolean } }[];
}

/**
 * POST /api/packages/preview with a package as the body: what it would change. `state`: `older` and `conflicting` (the same version with
 * other content) are refused. POST /api/packages?fingerprint= imports what was looked at.
 */
/** `why`: what stopped it, in the words of the engine. */
export interface ScenarioResult { passed: boolean; why?: string }
/** A calendar that is `different` here stays as it is here, and drawings of the package count by it. `version`: of its publisher. */
export interface PackagedCalendar { id: string; name: string; version: number; state: 'new' | 'same' | 'different'; currentVersion?: number }
export interface PackagePreview {
  fingerprint: string; isKnown: boolean; /** The name that the key was first taken in under; absent where it is unknown, or that of this installation. */ signer?: string; kind: 'framework' | 'procedures'; title: TwoWords; publisher: string; id?: string; version?: number; from?: string; currentVersion?: number;
  state: 'new' | 'newer' | 'same' | 'older' | 'conflicting'; drawings: { code: string; name: string; state: 'added' | 'removed' | 'changed' | 'same'; changes: number; procedureId?: string; /** How the scenario test of the drawing ended. */ scenario?: ScenarioResult }[]; documents: { name: string; state: 'added' | 'removed' | 'changed' | 'same' }[]; calendars: PackagedCalendar[]; scenarios: number;
}
