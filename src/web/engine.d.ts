/** What a call of the program takes besides its words and files. */
export interface Options {
  /** The day that is today, as 2026-11-24; without it, the device's clock tells, and the program works out London's day. */
  today?: string;
  /** What is read as standard input. */
  stdin?: string | Uint8Array;
  /** Environment variables. */
  env?: Record<string, string>;
  /** Whether stdout and files are given as bytes and not as text. */
  bytes?: boolean;
  /** Told of each piece of standard output or error when it is printed. */
  onStdout?: (piece: Uint8Array) => void;
  onStderr?: (piece: Uint8Array) => void;
  /** Told how far a file is read, and how long it is, in bytes. */
  onRead?: (at: number, size: number) => void;
}

export interface Result<Content = string> {
  /** As ehc(1) has it: 0 done, 1 late, 2 usage, 3 bad input, 4 cannot say, 5 a file; 70 where the program itself failed. */
  status: number;
  stdout: Content;
  stderr: string;
  /** Each file that the call wrote, and no other; none where the program failed. */
  files: Record<string, Content>;
}

/**
 * Runs `ehc` with these words, and these files in its folder; names may have folders in them ("law/law.ini"). Each call has
 * an instance of its own: nothing is left from one to the next. What the program does is always a result: it rejects only
 * where `today` is not a day.
 */
export interface Ehc {
  (args: string[], files?: Record<string, string | Uint8Array>, options?: Options & { bytes?: false }): Promise<Result>;
  (args: string[], files: Record<string, string | Uint8Array>, options: Options & { bytes: true }): Promise<Result<Uint8Array>>;
  /** The compiled program, which a worker can be sent. */
  readonly module: WebAssembly.Module;
}

/** Loads ehc.wasm: its bytes, where it is (in Node a path too), or the compiled program. */
export function load(source: string | URL | BufferSource | WebAssembly.Module): Promise<Ehc>;
