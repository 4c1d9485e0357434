/** Procedures as they are compared, each made once, with the labels of all of them under one numbering. */
import type { Subject } from '../subject.js';
import { LabelNumbers } from './label-numbers.js';
import { shapeOf, type Shape } from './similarity.js';

export class Shapes {
  readonly numbers = new LabelNumbers();
  private known = new WeakMap<Subject, Shape>();

  of(subject: Subject): Shape {
    const shape = this.known.get(subject) ?? shapeOf(subject, this.numbers);
    this.known.set(subject, shape);
    return shape;
  }
  /** Looks at procedures that do not stay: their labels are forgotten afterwards, and so must their shapes be. */
  passing<T>(look: () => T): T {
    const stay = this.numbers.size;
    try {
      return look();
    } finally {
      this.numbers.keepFirst(stay);
    }
  }
}
