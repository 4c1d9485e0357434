/** Names seen so far, each with a number: texts are kept once and compared as numbers. */
export class Names {
  readonly list: string[] = [];
  private readonly index = new Map<string, number>();

  /** -1 for no name. */
  of(name: string | undefined): number {
    if (name === undefined) return -1;
    const known = this.index.get(name);
    if (known !== undefined) return known;
    this.index.set(name, this.list.length);
    this.list.push(name);
    return this.list.length - 1;
  }
}
