/** A binary heap of numbers by cost: the open list of the router. An entry may be there twice; the cheaper comes first. */
export class Heap {
  private readonly values: number[] = [];
  private readonly costs: number[] = [];

  push(value: number, cost: number): void {
    let at = this.values.length;
    this.values.push(value);
    this.costs.push(cost);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.costs[up]! <= this.costs[at]!) break;
      this.swap(at, up);
      at = up;
    }
  }

  pop(): number | undefined {
    const top = this.values[0];
    const value = this.values.pop();
    const cost = this.costs.pop();
    if (value === undefined || this.values.length === 0) return top;
    this.values[0] = value;
    this.costs[0] = cost!;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      let least = at;
      for (const child of [left, left + 1]) if (child < this.costs.length && this.costs[child]! < this.costs[least]!) least = child;
      if (least === at) return top;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.values[a], this.values[b]] = [this.values[b]!, this.values[a]!];
    [this.costs[a], this.costs[b]] = [this.costs[b]!, this.costs[a]!];
  }
}
