/** Activities that wait for their turn: what settled steps ask for is carried out in the order in which they asked. */

interface Gate { readonly passed: Promise<void>; open(): void; readonly reached: Promise<void>; reach(): void }

export class Gates {
  private readonly gates = new Map<string, Gate>();
  private closed = false;

  /** For the activity: settles when its turn is over, or at once when it was before (a second attempt). */
  pass(key: string): Promise<void> {
    if (this.closed) return Promise.resolve();
    const gate = this.at(key);
    gate.reach();
    return gate.passed;
  }
  /** Settles when the activity has come; a second attempt counts as well. */
  reached(key: string): Promise<void> {
    return this.at(key).reached;
  }
  open(key: string): void {
    this.at(key).open();
  }
  /** Lets everybody go, now and from now on. */
  openAll(): void {
    this.closed = true;
    for (const gate of this.gates.values()) { gate.reach(); gate.open(); }
  }

  private at(key: string): Gate {
    const known = this.gates.get(key);
    if (known) return known;
    let [open, reach]: (() => void)[] = [];
    const passed = new Promise<void>((resolve) => { open = resolve; });
    const reached = new Promise<void>((resolve) => { reach = resolve; });
    const gate: Gate = { passed, reached, open: () => open?.(), reach: () => reach?.() };
    this.gates.set(key, gate);
    return gate;
  }
}
