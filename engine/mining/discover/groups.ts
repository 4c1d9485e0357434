/** Activities put together into groups. */
export class Groups {
  private readonly parent: Map<number, number>;

  constructor(private readonly activities: readonly number[]) {
    this.parent = new Map(activities.map((each) => [each, each]));
  }

  join(a: number, b: number): void {
    const [one, two] = [this.root(a), this.root(b)];
    if (one !== two) this.parent.set(Math.max(one, two), Math.min(one, two));
  }

  /** In order of their least activity. */
  list(): Set<number>[] {
    const groups = new Map<number, Set<number>>();
    for (const each of this.activities) {
      const root = this.root(each);
      const known = groups.get(root);
      if (known) known.add(each);
      else groups.set(root, new Set([each]));
    }
    return [...groups.values()];
  }

  private root(a: number): number {
    let at = a;
    while (this.parent.get(at) !== at) at = this.parent.get(at)!;
    this.parent.set(a, at);
    return at;
  }
}
