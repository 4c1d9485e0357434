/** What the embedded services need to know; `Settings` of server/config.ts has all of it. */
export interface ServiceSettings {
  /** host:port of a Temporal server that is already there; none: an embedded one is started. */
  readonly temporalAddress?: string;
  readonly temporalNamespace: string;
  /** SQLite's `synchronous`: FULL survives a power cut, NORMAL only a killed process. */
  readonly temporalSynchronous: 'FULL' | 'NORMAL';
  /** Port of the embedded Temporal; none: 7233, or a free one when that is taken. */
  readonly temporalPort?: number;
  /** Connection string of a MongoDB that is already there; none: an embedded one is started. */
  readonly mongoUri?: string;
  /** Port of the embedded MongoDB; none: 27017, or a free one when that is taken. */
  readonly mongoPort?: number;
  /** Folder of the database files and of the record of started children. */
  readonly dataFolder: string;
  readonly cacheFolder: string;
  readonly production: boolean;
  readonly allowEmbedded: boolean;
  /** Temporal search attributes to register, as `Name=Type`. */
  readonly searchAttributes?: readonly string[];
}

export interface ServiceLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface RunningServices {
  /** host:port */
  readonly temporalAddress: string;
  /** Connection string with the database name `dossierflow`, or MONGODB_URI as given. */
  readonly mongoUri: string;
  /** One phrase each, for the start message: what answers and where it comes from. */
  readonly described: { readonly temporal: string; readonly mongo: string };
  /** Ends the children that this call started, and only those, within ten seconds. */
  stop(): Promise<void>;
}

/** One of the two, running. */
export interface Running {
  /** Address or connection string. */
  readonly at: string;
  readonly described: string;
  stop(): Promise<void>;
}
