/** A child process: its last words kept for the error message, its end awaited, its life bound to ours. */
import { spawn, type ChildProcess } from 'node:child_process';
import { onPath, type Program } from './locate.js';

const TAIL_LINES = 20;
const PATIENCE_MS = 7_000;

export class Child {
  private readonly tail: string[] = [];
  private stopping = false;
  /** Resolves with a sentence when the process has ended. */
  readonly ended: Promise<string>;

  private constructor(private readonly process: ChildProcess, name: string, readonly commandLine: string) {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.keep(text));
    }
    this.ended = new Promise((resolve) => {
      process.once('error', (error) => resolve(`${name} could not be started: ${error.message}`));
      process.once('exit', (code, signal) => resolve(`${name} ended (${signal ?? `code ${code}`})`));
    });
  }

  /** Started in a process group of its own: Ctrl-C reaches us alone, and we stop it in order. */
  static start(name: string, program: Program, args: readonly string[], env: NodeJS.ProcessEnv): Child {
    const command = [program.command, ...program.prefix, ...args];
    const [file, ...rest] = boundToUs(command, env);
    return new Child(spawn(file as string, rest, { detached: true, stdio: ['pipe', 'pipe', 'pipe'], env }), name, command.join(' '));
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  lastWords(): readonly string[] {
    return this.tail;
  }

  /** SIGTERM, then SIGKILL when it has not ended after seven seconds. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const killer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE_MS);
    await this.ended;
    clearTimeout(killer);
  }

  private keep(text: string): void {
    this.tail.push(...text.split('\n').filter((line) => line.trim() !== ''));
    if (this.tail.length > TAIL_LINES) this.tail.splice(0, this.tail.length - TAIL_LINES);
  }
}

/** On Linux the kernel ends the child when we die, even by SIGKILL; elsewhere the record does at the next start. */
function boundToUs(command: readonly string[], env: NodeJS.ProcessEnv): readonly string[] {
  const setpriv = process.platform === 'linux' ? onPath('setpriv', env) : undefined;
  return setpriv ? [setpriv, '--pdeathsig', 'TERM', '--', ...command] : command;
}
