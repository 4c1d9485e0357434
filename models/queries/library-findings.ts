/** What the checks say about procedures beside each other: of a drawing that is being made, and of all that are published. */
import { acceptedIn, markAccepted } from '../../engine/analysis/acceptance.js';
import { analyseLibrary } from '../../engine/analysis/analyse.js';
import { byImportance, type Finding, type TellingFinding } from '../../engine/analysis/finding.js';
import type { WordList } from '../../engine/analysis/labels.js';
import { counterpartsOf } from '../../engine/analysis/library/counterparts.js';
import { memberOf, type Member } from '../../engine/analysis/library/library.js';
import type { Language } from '../../engine/analysis/messages.js';
import { libraryRules } from '../../engine/analysis/rules/library.js';
import { FileSubject } from '../../engine/analysis/subject.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import type { DraftComparison, DraftFindings, LibraryFinding, Page } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { fold, foldedPattern } from '../fold.js';
import type { MapWindow } from './library.js';
import { Refusal, wrongField } from '../problem.js';
import type { PublishedMap } from './published-map.js';

/** A drawing as it stands on somebody's screen; `id`: the procedure whose published version it would replace. */
export interface Drawn { xml: string; id: string }

export class LibraryFindings {
  constructor(private readonly published: PublishedMap, private readonly now: () => Date) {}

  async about(_actor: Actor, drawn: Drawn, language: Language): Promise<DraftFindings> {
    await this.published.refresh();
    const member = await this.memberDrawn(drawn);
    if (!member) return { findings: [], procedures: [] };
    const found = this.published.map.beside(member, this.today(), (library) => analyseLibrary(library, language, libraryRules));
    const findings = byImportance(markAccepted(found, acceptedIn(member.model), this.today()));
    const others = new Set(findings.flatMap((each) => (each.canTell ? each.files ?? [] : [])).filter((id) => id !== drawn.id));
    return { findings, procedures: this.published.places(others) };
  }
  /** Refuses when the other one has no published version, or the drawing no process. */
  async compare(_actor: Actor, drawn: Drawn, other: string): Promise<DraftComparison> {
    await this.published.refresh();
    const member = await this.memberDrawn(drawn);
    if (!member) throw wrongField('xml', 'has no process');
    const found = this.published.map.beside(member, this.today(), ({ members, shapes }) => {
      const second = members.find((each) => each.file === other && each !== member);
      return second && counterpartsOf(member.subject, second.subject, shapes);
    });
    if (!found) throw new Refusal('not-published', `no published version of ${other}`);
    return { b: this.published.place(other), ...found };
  }
  /** Of all published procedures, those that lose most hours first. */
  async all(_actor: Actor, { q, page, pageSize }: MapWindow, language: Language): Promise<Page<LibraryFinding>> {
    await this.published.refresh();
    const [today, { map }] = [this.today(), this.published];
    const findings = await this.published.kept(`findings ${language} ${today}`, async () => {
      const found: Finding[] = [];
      for (const rule of libraryRules) {
        found.push(...analyseLibrary(map.library(today), language, [rule]));
        // Others are served between one rule and the next.
        await new Promise(setImmediate);
      }
      return byImportance(found).filter((each): each is TellingFinding => each.canTell);
    });
    const rows = findings.map((finding) => ({ finding, procedures: this.published.places(finding.files ?? []) }));
    const pattern = q ? foldedPattern(q) : undefined;
    const found = pattern ? rows.filter(({ finding, procedures }) => pattern.test(fold([finding.check, finding.message, ...procedures.map((each) => `${each.code} ${each.name}`)].join(' ')))) : rows;
    return { items: found.slice((page - 1) * pageSize, page * pageSize), total: found.length, page, pageSize };
  }

  /** For who checks a drawing by himself. */
  words(_actor: Actor): WordList { return this.published.ownWords; }

  private async memberDrawn({ xml, id }: Drawn): Promise<Member | undefined> {
    return memberOf(new FileSubject(await readBpmn(xml, id), this.published.words));
  }
  private today(): string { return this.now().toISOString().slice(0, 10); }
}
