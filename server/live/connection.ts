/**
 * One stream to one browser. Hints are gathered for a moment and sent as one; while the browser does not read, they are
 * gathered on. What is held is at most one message and a bounded list, however slow the reader.
 */
import type { Response } from 'express';
import type { Actor } from '../../models/directory.js';
import type { Change, Listener } from '../../models/live/feed.js';
import { hears } from '../../models/rights.js';
import type { ChangedHint } from '../contract.js';

const GATHER_MS = 300;
const MOST_DOSSIERS = 50;
const RETRY_MS = 3_000;

type Stream = Pick<Response, 'write' | 'once' | 'writableNeedDrain'>;

export class Connection implements Listener {
  private dossiers: Set<string> | undefined = new Set();
  private near = false;
  private notices = false;
  private all = false;
  private last = '';
  private timer: NodeJS.Timeout | undefined;
  private waitsForDrain = false;
  private closed = false;

  constructor(private readonly stream: Stream, public actor: Actor) {}

  hello(): void {
    this.write(`retry: ${RETRY_MS}\n\n`);
  }
  beat(): void {
    if (!this.stream.writableNeedDrain) this.write(':\n\n');
  }
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  changed(change: Change): void {
    const heard = hears(this.actor, change);
    if (!heard) return;
    this.near ||= heard.near;
    this.notices ||= heard.notices;
    this.dossiers?.add(change.dossierId);
    if (this.dossiers && this.dossiers.size > MOST_DOSSIERS) this.dossiers = undefined;
    if (change._id > this.last) this.last = change._id;
    this.sendSoon();
  }
  lost(): void {
    this.all = true;
    this.sendSoon();
  }

  private sendSoon(): void {
    if (this.timer || this.closed) return;
    this.timer = setTimeout(() => { this.timer = undefined; this.send(); }, GATHER_MS);
    this.timer.unref();
  }

  private send(): void {
    if (this.closed) return;
    if (this.stream.writableNeedDrain) { this.sendWhenDrained(); return; }
    const hint: ChangedHint = { dossiers: this.dossiers ? [...this.dossiers] : null, near: this.near, notices: this.notices };
    const id = this.last ? `id: ${this.last}\n` : '';
    this.write(this.all ? `event: reset\n${id}data: {}\n\n` : `event: changed\n${id}data: ${JSON.stringify(hint)}\n\n`);
    this.dossiers = new Set();
    this.near = this.notices = this.all = false;
  }

  private sendWhenDrained(): void {
    if (this.waitsForDrain) return;
    this.waitsForDrain = true;
    this.stream.once('drain', () => { this.waitsForDrain = false; this.send(); });
  }

  private write(text: string): void {
    this.stream.write(text);
  }
}
