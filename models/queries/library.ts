/** The map of the published procedures, for its page. */
import { clonesIn, type Clones } from '../../engine/analysis/rules/o10-cloned-fragment.js';
import type { AlikeRow, ClonedRow, ComparisonView, LibraryGraph, MapPlace, Page, SharedDocumentRow, SharedStepRow } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { fold, foldedPattern } from '../fold.js';
import { Refusal } from '../problem.js';
import type { PublishedMap } from './published-map.js';

export interface MapWindow { q: string; page: number; pageSize: number }
/** Lines of the picture: more cannot be told apart. Of each procedure to those most like it. */
const MOST_LINKS = 120;
const MOST_OF_ONE = 2;
/** A step may stand in every procedure; a row names so many of them. */
const MOST_NAMED = 20;

export class LibraryQueries {
  constructor(private readonly published: PublishedMap) {}

  async alike(_actor: Actor, window: MapWindow): Promise<Page<AlikeRow>> {
    const { map } = await this.refreshed();
    return this.paged(map.alike(), window, ({ a, b }) => [a, b], ({ a, b, similarity }) => ({ a: this.place(a), b: this.place(b), similarity }));
  }
  /** Those like one procedure, most alike first. */
  async near(_actor: Actor, id: string, most: number): Promise<AlikeRow[]> {
    const { map } = await this.refreshed();
    return map.alike().filter((each) => each.a === id || each.b === id).slice(0, most)
      .map(({ a, b, similarity }) => ({ a: this.place(id), b: this.place(a === id ? b : a), similarity }));
  }
  async steps(_actor: Actor, window: MapWindow): Promise<Page<SharedStepRow>> {
    const { map } = await this.refreshed();
    return this.paged(map.sharedSteps(), window, (row) => row.in.map((each) => each.id), (row) => ({ label: row.label, count: row.in.length, procedures: this.places(row.in.map((each) => each.id)) }), (row) => row.label);
  }
  /** Rows of steps that stand in several procedures as they are, those of most procedures first. */
  async clones(_actor: Actor, window: MapWindow): Promise<Page<ClonedRow>> {
    const { map } = await this.refreshed();
    const clones = await this.published.kept('clones', () => clonesIn(map.library('')).sort((one, two) => two.members.length - one.members.length || two.steps - one.steps));
    const names = (clone: Clones): string[] => clone.places[0]!.steps.map((id) => clone.members[0]!.subject.label(id));
    const ids = (clone: Clones): string[] => clone.members.map((each) => each.file);
    return this.paged(clones, window, ids, (clone) => ({ steps: names(clone), count: clone.members.length, procedures: this.places(ids(clone)) }), (clone) => names(clone).join(' '));
  }
  async documents(_actor: Actor, window: MapWindow): Promise<Page<SharedDocumentRow>> {
    const { map } = await this.refreshed();
    return this.paged(map.sharedDocuments(), window, (row) => [...row.asked, ...row.given], (row) => ({ document: row.document, name: row.name, count: row.asked.length, asked: this.places(row.asked), given: this.places(row.given) }), (row) => row.name);
  }
  /** What the picture shows: the strongest lines, and the procedures at their ends. */
  async graph(_actor: Actor): Promise<LibraryGraph> {
    const { map } = await this.refreshed();
    const alike = map.alike().map(({ a, b, similarity }) => ({ kind: 'alike' as const, a, b, weight: similarity }));
    const needs = map.sharedDocuments().flatMap(({ name, asked, given }) => given.flatMap((a) => asked.filter((b) => b !== a).map((b) => ({ kind: 'needs' as const, a, b, weight: 1, document: name }))));
    const drawn = new Map<string, number>();
    const isNear = ({ a, b }: { a: string; b: string }): boolean => {
      const counts = [a, b].map((id) => drawn.get(id) ?? 0);
      if (Math.min(...counts) >= MOST_OF_ONE) return false;
      [a, b].forEach((id, at) => drawn.set(id, counts[at]! + 1));
      return true;
    };
    const links = [...needs, ...alike.filter(isNear)].slice(0, MOST_LINKS);
    const ends = new Set(links.flatMap(({ a, b }) => [a, b]));
    return { procedures: this.published.size, links, places: [...ends].sort().map((id) => this.place(id)), left: needs.length + alike.length - links.length };
  }
  /** Refuses when one of them has no published version. */
  async compare(_actor: Actor, a: string, b: string): Promise<ComparisonView> {
    const { map } = await this.refreshed();
    const found = map.counterparts(a, b);
    if (!found) throw new Refusal('not-published', `no published version of ${this.published.has(a) ? b : a}`);
    return { a: this.place(a), b: this.place(b), ...found };
  }

  private async refreshed(): Promise<PublishedMap> {
    await this.published.refresh();
    return this.published;
  }
  private paged<T, R>(all: readonly T[], { q, page, pageSize }: MapWindow, ids: (row: T) => readonly string[], toRow: (row: T) => R, text: (row: T) => string = () => ''): Page<R> {
    const pattern = q ? foldedPattern(q) : undefined;
    const found = pattern ? all.filter((row) => pattern.test(fold(text(row))) || ids(row).some((id) => pattern.test(fold(`${this.place(id).code} ${this.place(id).name}`)))) : all;
    return { items: found.slice((page - 1) * pageSize, page * pageSize).map(toRow), total: found.length, page, pageSize };
  }
  private place(id: string): MapPlace { return this.published.place(id); }
  private places(ids: readonly string[]): MapPlace[] { return this.published.places([...new Set(ids)].slice(0, MOST_NAMED)); }
}
