/** An event log as a table: a row per event, or a row per execution with its start and its end. */
import type { Zone } from '../../calendar/types.js';
import { LogBuilder, type RawEvent } from '../log/builder.js';
import { type Attribute, type EventLog, LogError, type Micros } from '../log/types.js';
import { columnsOf, type ColumnIndices, type ColumnNames } from './columns.js';
import { CsvRows } from './csv-rows.js';
import { TimeReader } from './times.js';

export interface ReadOptions {
  /** CSV: which column holds what; those not named are found by common names. */
  columns?: ColumnNames;
  /** CSV: one character. */
  separator?: string;
  /** Zone of times without an offset; default UTC. */
  zone?: Zone;
  /** XES: the classifier whose attributes, joined by `+`, make the activity. */
  classifier?: string;
  /** OCEL: the type of the objects that are the cases; default `case`, `dossier`, or the only one. */
  objectType?: string;
  /** Keep attributes that the figures do not need, so that the log can be written again. */
  keepAttributes?: boolean;
}

/** Takes the text in pieces; `end` gives the log. Both throw `LogError` with the line. */
export class CsvReader {
  private readonly rows: CsvRows;
  private readonly builder: LogBuilder;
  private readonly times: TimeReader;
  private readonly starts: TimeReader;
  private columns: ColumnIndices | undefined;
  private header: readonly string[] = [];
  private extras: readonly number[] = [];
  private read = 0;

  constructor(private readonly options: ReadOptions = {}) {
    this.rows = new CsvRows((fields, line) => { this.row(fields, line); }, options.separator);
    this.builder = new LogBuilder(options.keepAttributes);
    this.times = new TimeReader(options.zone);
    this.starts = new TimeReader(options.zone);
  }

  push(text: string): void {
    this.rows.push(this.read === 0 && !this.columns ? text.replace(/^\uFEFF/, '') : text);
  }

  end(): EventLog {
    this.rows.end();
    if (!this.columns) throw new LogError('the file is empty');
    for (const times of [this.times, this.starts]) {
      this.builder.retime(times.corrections());
      if (times.ambiguous) this.builder.note({ kind: 'ambiguousDates', message: 'no date tells whether the day or the month comes first; the day was taken' });
    }
    return this.builder.finish();
  }

  private row(fields: readonly string[], line: number): void {
    if (!this.columns) {
      this.header = fields.map((name) => name.trim());
      this.columns = columnsOf(this.header, this.options.columns ?? {}, line);
      const used = new Set(Object.values(this.columns));
      this.extras = this.header.flatMap((_name, i) => (used.has(i) ? [] : [i]));
      return;
    }
    if (fields.length > this.header.length && fields.slice(this.header.length).some((field) => field !== '')) {
      throw new LogError(`${fields.length} fields where the header has ${this.header.length}`, line);
    }
    this.read += 1;
    this.event(fields, this.columns, line);
  }

  private event(fields: readonly string[], columns: ColumnIndices, line: number): void {
    const text = (index: number | undefined): string | undefined => (index === undefined ? undefined : valueOf(fields[index]));
    const id = text(columns.case);
    if (id === undefined) throw new LogError(`no value in column "${this.header[columns.case]}"`, line);
    const event: Omit<RawEvent, 'time'> = {
      case: id, activity: text(columns.activity),
      resource: text(columns.resource), group: text(columns.group), transition: text(columns.transition)?.toLowerCase(),
      extra: this.options.keepAttributes ? this.attributes(fields) : undefined,
    };
    const end = text(columns.time);
    const start = (event.transition ?? 'complete') === 'complete' ? text(columns.start) : undefined;
    if (start !== undefined && end !== undefined) {
      // A row with start and end is one event of the file: the end, with the start put beside it.
      this.builder.addBeside({ ...event, time: this.time(this.starts, start, line), transition: 'start' });
      event.transition = 'complete';
    }
    this.builder.add({ ...event, time: end === undefined ? undefined : this.time(this.times, end, line) });
  }

  private time(reader: TimeReader, text: string, line: number): Micros {
    try {
      return reader.read(text, this.builder.size);
    } catch (error) {
      throw error instanceof LogError ? new LogError(error.message, line) : error;
    }
  }

  private attributes(fields: readonly string[]): Attribute[] {
    return this.extras.flatMap((i) => {
      const value = valueOf(fields[i]);
      return value === undefined ? [] : [{ key: this.header[i]!, type: 'string' as const, value }];
    });
  }
}

/** Spreadsheets and data frames write an empty value in several ways. */
function valueOf(field: string | undefined): string | undefined {
  return field === undefined || field === '' || field === 'NaN' || field === 'NaT' ? undefined : field;
}
