/** The input of a call besides its arguments and files. */
export interface Options {
  /** Today's day, as 2026-11-24. Without it, the program works out the day in London from the clock of the device. */
  today?: string;
  /** Standard input. */
  stdin?: string | Uint8Array;
  /** Environment variables. */
  env?: Record<string, string>;
  /** Whether stdout and files are bytes instead of text. */
  bytes?: boolean;
  /** Called with each piece of standard output or error when it is printed. */
  onStdout?: (piece: Uint8Array) => void;
  onStderr?: (piece: Uint8Array) => void;
  /** Called with how many bytes of a file are read, and its length in bytes. */
  onRead?: (at: number, size: number) => void;
}

export interface Result<Content = string> {
  /** As in ehc(1): 0 done, 1 late, 2 usage, 3 bad input, 4 cannot say, 5 a file; 70: the program itself failed. */
  status: number;
  stdout: Content;
  stderr: string;
  /** The files that the call wrote, and no others; none if the program failed. */
  files: Record<string, Content>;
}

/**
 * Runs `ehc` with these arguments, and these files in its folder; a name may have folders in it ("law/law.ini"). Each call has
 * an instance of its own and leaves nothing behind. Whatever the program does is a result: the promise rejects only if `today`
 * is not a day.
 */
export interface Ehc {
  (args: string[], files?: Record<string, string | Uint8Array>, options?: Options & { bytes?: false }): Promise<Result>;
  (args: string[], files: Record<string, string | Uint8Array>, options: Options & { bytes: true }): Promise<Result<Uint8Array>>;
  /** The compiled program, which can be sent to a worker. */
  readonly module: WebAssembly.Module;
}

/** Loads ehc.wasm from its bytes, its URL (in Node also a path), or the compiled program. */
export function load(source: string | URL | BufferSource | WebAssembly.Module): Promise<Ehc>;
