// The calls of WASI (preview 1) that the program makes, answered from memory.
import { EBADF, EINVAL, EISDIR, ESPIPE, FileError, Files, isFolder, toBytes } from "./files.js";

export class Exit extends Error {
  constructor(status) {
    super(`the program ended with status ${status}`);
    this.status = status;
  }
}

const PIPE = 0, FOLDER = 3, REGULAR = 4; // kinds of file
const CREATE = 1, ONLY_FOLDER = 2, EXCLUSIVE = 4, TRUNCATE = 8; // how a file is opened
const RIGHT_TO_WRITE = 1n << 6n, ALL_RIGHTS = (1n << 29n) - 1n;
const ROOT = 3; // the file descriptor of the folder of all files

const utf8 = new TextEncoder(), text = new TextDecoder();

// Strings that end with NUL, and their whole size.
function strings(list) {
  const each = list.map((one) => utf8.encode(`${one}\0`));
  return { each, size: each.reduce((sum, one) => sum + one.length, 0) };
}

// `now()` gives milliseconds since 1970. `print(stream, bytes)` is called with output, stream 1 or 2; `onRead(at, size)` with
// how far a file is read.
export function system({ args, env, stdin, files, now, print, onRead }) {
  const tree = new Files(files);
  const open = [
    { kind: PIPE, bytes: toBytes(stdin), at: 0 }, { kind: PIPE, stream: 1 }, { kind: PIPE, stream: 2 },
    { kind: FOLDER, node: tree.root },
  ];
  const argument = strings(args), variable = strings(Object.entries(env).map(([name, value]) => `${name}=${value}`));
  let memory = null;

  const view = () => new DataView(memory.buffer);
  const bytes = (at, length) => new Uint8Array(memory.buffer, at, length);
  const path = (at, length) => text.decode(bytes(at, length));
  const opened = (number) => {
    if (open[number] === undefined) throw new FileError(EBADF);
    return open[number];
  };
  const setSize = (at, size) => view().setUint32(at, size, true);
  const setLong = (at, number) => view().setBigUint64(at, BigInt(number), true);
  // The pieces of memory in a list of addresses and lengths.
  const pieces = (list, count) => Array.from({ length: count }, (_, i) =>
    bytes(view().getUint32(list + 8 * i, true), view().getUint32(list + 8 * i + 4, true)));

  function putStrings({ each }, list, at) {
    for (const one of each) {
      setSize(list, at);
      bytes(at, one.length).set(one);
      list += 4;
      at += one.length;
    }
  }

  function putStat(at, kind, number, size) {
    bytes(at, 64).fill(0);
    setLong(at + 8, number);
    view().setUint8(at + 16, kind);
    setLong(at + 24, 1);
    setLong(at + 32, size);
  }

  const statOf = (node) => (isFolder(node) ? [FOLDER, node.number, 0] : [REGULAR, node.number, node.size]);

  const calls = {
    args_sizes_get(count, size) {
      setSize(count, argument.each.length);
      setSize(size, argument.size);
    },
    args_get(list, at) {
      putStrings(argument, list, at);
    },
    environ_sizes_get(count, size) {
      setSize(count, variable.each.length);
      setSize(size, variable.size);
    },
    environ_get(list, at) {
      putStrings(variable, list, at);
    },
    clock_time_get(clock, precision, at) {
      setLong(at, clock === 0 ? BigInt(Math.floor(now())) * 1000000n : BigInt(Math.round(performance.now() * 1e6)));
    },
    fd_close(number) {
      opened(number);
      open[number] = undefined;
    },
    fd_sync(number) {
      opened(number);
    },
    fd_fdstat_get(number, at) {
      const { kind } = opened(number);
      bytes(at, 24).fill(0);
      view().setUint8(at, kind);
      setLong(at + 8, ALL_RIGHTS);
      setLong(at + 16, ALL_RIGHTS);
    },
    fd_fdstat_set_flags(number) {
      opened(number);
    },
    fd_filestat_get(number, at) {
      const { kind, node } = opened(number);
      putStat(at, ...(kind === PIPE ? [PIPE, 0, 0] : statOf(node)));
    },
    fd_prestat_get(number, at) {
      if (number !== ROOT) throw new FileError(EBADF);
      setLong(at, 0);
      setSize(at + 4, 1);
    },
    fd_prestat_dir_name(number, at) {
      bytes(at, 1).set(utf8.encode("/"));
    },
    fd_read(number, list, count, done) {
      const file = opened(number);
      if (file.kind === FOLDER) throw new FileError(EISDIR);
      if (file.stream) throw new FileError(EBADF);
      const content = file.bytes ?? file.node.bytes;
      let read = 0;
      for (const piece of pieces(list, count)) {
        const part = content.subarray(file.at, file.at + piece.length);
        piece.set(part);
        file.at += part.length;
        read += part.length;
      }
      if (file.node) onRead?.(file.at, content.length);
      setSize(done, read);
    },
    fd_write(number, list, count, done) {
      const file = opened(number);
      if (!file.stream && !file.mayWrite) throw new FileError(EBADF);
      let written = 0;
      for (const piece of pieces(list, count)) {
        if (file.stream) {
          if (piece.length > 0) print(file.stream, piece.slice());
        } else {
          file.node.write(file.at, piece);
          file.at += piece.length;
        }
        written += piece.length;
      }
      setSize(done, written);
    },
    fd_seek(number, offset, from, at) {
      const file = opened(number);
      if (file.kind !== REGULAR) throw new FileError(ESPIPE);
      const to = Number(offset) + [0, file.at, file.node.size][from];
      if (to < 0) throw new FileError(EINVAL);
      file.at = to;
      setLong(at, to);
    },
    fd_readdir(number, at, room, cookie, done) {
      const { node } = opened(number);
      let used = 0, next = Number(cookie);
      for (const [name, entry] of [...node.entries].slice(next)) {
        const label = utf8.encode(name), row = new Uint8Array(24 + label.length), fields = new DataView(row.buffer);
        fields.setBigUint64(0, BigInt(++next), true);
        fields.setBigUint64(8, BigInt(entry.number), true);
        fields.setUint32(16, label.length, true);
        fields.setUint8(20, isFolder(entry) ? FOLDER : REGULAR);
        row.set(label, 24);
        const part = row.subarray(0, room - used);
        bytes(at + used, part.length).set(part);
        used += part.length;
        if (used === room) break;
      }
      setSize(done, used);
    },
    path_open(from, lookup, at, length, how, rights, inherited, flags, result) {
      const mayWrite = (rights & RIGHT_TO_WRITE) !== 0n;
      const node = tree.open(path(at, length), {
        create: how & CREATE, folder: how & ONLY_FOLDER, exclusive: how & EXCLUSIVE, truncate: how & TRUNCATE, write: mayWrite,
      });
      setSize(result, open.push({ kind: isFolder(node) ? FOLDER : REGULAR, node, at: 0, mayWrite }) - 1);
    },
    path_filestat_get(from, flags, at, length, result) {
      putStat(result, ...statOf(tree.existing(path(at, length)).node));
    },
    path_unlink_file(from, at, length) {
      tree.remove(path(at, length));
    },
    path_rename(from, old, oldLength, to, at, length) {
      tree.rename(path(old, oldLength), path(at, length));
    },
    path_link(from, flags, old, oldLength, to, at, length) {
      tree.link(path(old, oldLength), path(at, length));
    },
    path_create_directory(from, at, length) {
      tree.createFolder(path(at, length));
    },
    proc_exit(status) {
      throw new Exit(status);
    },
  };

  // Each call gives 0 or an error number.
  const guarded = Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, (...values) => {
    try {
      call(...values);
      return 0;
    } catch (error) {
      if (error instanceof FileError) return error.code;
      throw error;
    }
  }]));

  return {
    imports: { wasi_snapshot_preview1: guarded },
    use(itsMemory) {
      memory = itsMemory;
    },
    written: () => tree.written(),
  };
}
