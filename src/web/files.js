// The files that one call of the program sees: a tree in memory. No path leads out of it.

export class FileError extends Error {
  constructor(code) {
    super(`error ${code} of the file system`);
    this.code = code;
  }
}

// Error numbers of WASI.
export const EBADF = 8, EEXIST = 20, EINVAL = 28, EISDIR = 31, ENAMETOOLONG = 37, ENOENT = 44, ENOSPC = 51,
  ENOTDIR = 54, EPERM = 63, ESPIPE = 70;

const NAME_LONGEST = 255, PATH_LONGEST = 4096;
const utf8 = new TextEncoder();
let numbered = 0;

class Folder {
  entries = new Map();
  number = ++numbered;
}

class File {
  number = ++numbered;
  written = false;

  constructor(bytes) {
    this.room = bytes;
    this.size = bytes.length;
  }

  get bytes() {
    return this.room.subarray(0, this.size);
  }

  // The room is doubled, so that a long file is not copied for each piece.
  write(at, piece) {
    const end = at + piece.length;
    this.written = true;
    if (end > this.room.length || !this.own) {
      try {
        const room = new Uint8Array(Math.max(end, 2 * this.size, 1024));
        room.set(this.bytes);
        this.room = room;
        this.own = true; // bytes of the caller are never changed
      } catch {
        throw new FileError(ENOSPC);
      }
    }
    this.room.set(piece, at);
    this.size = Math.max(this.size, end);
  }

  empty() {
    this.room = new Uint8Array(0);
    this.size = 0;
    this.own = this.written = true;
  }
}

// The bytes of a text, or a copy of bytes.
export function toBytes(content) {
  return typeof content === "string" ? utf8.encode(content) : new Uint8Array(content);
}

export class Files {
  root = new Folder();

  constructor(given) {
    for (const [path, content] of Object.entries(given)) {
      const names = path.split("/").filter((name) => name !== "" && name !== ".");
      const last = names.pop();
      let folder = this.root;
      for (const name of names) {
        if (!folder.entries.has(name)) folder.entries.set(name, new Folder());
        folder = folder.entries.get(name);
      }
      folder.entries.set(last, new File(toBytes(content)));
    }
  }

  // The folder of a path, the name in it, and the node there, if any.
  find(path) {
    if (utf8.encode(path).length >= PATH_LONGEST) throw new FileError(ENAMETOOLONG);
    const trail = [this.root];
    let name = "", node = this.root;
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    parts.forEach((part, at) => {
      if (utf8.encode(part).length > NAME_LONGEST) throw new FileError(ENAMETOOLONG);
      if (node === undefined) throw new FileError(ENOENT);
      if (!(node instanceof Folder)) throw new FileError(ENOTDIR);
      if (part === "..") {
        if (trail.length > 1) trail.pop();
        node = trail[trail.length - 1];
        return;
      }
      name = part;
      node = node.entries.get(part);
      if (at < parts.length - 1 && node instanceof Folder) trail.push(node);
    });
    if (path.endsWith("/") && node !== undefined && !(node instanceof Folder)) throw new FileError(ENOTDIR);
    return { folder: trail[trail.length - 1], name, node };
  }

  existing(path) {
    const found = this.find(path);
    if (found.node === undefined) throw new FileError(ENOENT);
    return found;
  }

  open(path, { create, exclusive, truncate, write, folder }) {
    const found = this.find(path);
    let node = found.node;
    if (node === undefined) {
      if (!create) throw new FileError(ENOENT);
      if (path.endsWith("/")) throw new FileError(EISDIR);
      node = new File(new Uint8Array(0));
      node.written = true;
      found.folder.entries.set(found.name, node);
    } else if (create && exclusive) {
      throw new FileError(EEXIST);
    } else if (node instanceof Folder && write) {
      throw new FileError(EISDIR);
    } else if (node instanceof File && folder) {
      throw new FileError(ENOTDIR);
    } else if (truncate) {
      node.empty();
    }
    return node;
  }

  createFolder(path) {
    const { folder, name, node } = this.find(path);
    if (node !== undefined) throw new FileError(EEXIST);
    folder.entries.set(name, new Folder());
  }

  remove(path) {
    const { folder, name, node } = this.existing(path);
    if (node instanceof Folder) throw new FileError(EISDIR);
    folder.entries.delete(name);
  }

  rename(from, to) {
    const old = this.existing(from), target = this.find(to);
    if (target.node instanceof Folder || old.node instanceof Folder) throw new FileError(EISDIR);
    old.folder.entries.delete(old.name);
    target.folder.entries.set(target.name, old.node);
  }

  link(from, to) {
    const old = this.existing(from), target = this.find(to);
    if (old.node instanceof Folder) throw new FileError(EPERM);
    if (target.node !== undefined) throw new FileError(EEXIST);
    target.folder.entries.set(target.name, old.node);
  }

  // The path and bytes of each file that was written.
  *written(folder = this.root, before = "") {
    for (const [name, node] of folder.entries) {
      if (node instanceof Folder) yield* this.written(node, `${before}${name}/`);
      else if (node.written) yield [before + name, node.bytes];
    }
  }
}

export function isFolder(node) {
  return node instanceof Folder;
}
