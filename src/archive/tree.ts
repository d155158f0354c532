/**
 * The layers of an image laid over each other, by names alone (image-spec "Image Layer Filesystem Changeset"). Nothing
 * is resolved through a symbolic link: where a layer puts something below what is a link or a file in a lower layer, a
 * directory takes its place, as in an overlay file system. So no entry can end up anywhere but where its name says.
 */
import {ArchiveError, shown} from './errors.ts';
import {nameText, type TarEntry} from './header.ts';
import {normalName} from './names.ts';

/** An entry of a layer under its place in it: what all names of one file share. */
export interface Inode {
  /** Position among the image's layers, lowest first, and among the layer's entries. */
  readonly layer: number;
  readonly position: number;
  readonly entry: TarEntry;
}

/** An inode and the names it has in the end, sorted; bytes as latin1. */
export interface Survivor extends Inode {
  readonly paths: readonly string[];
}

interface Node {
  readonly inode: Inode;
  /** Of a directory, else undefined. */
  readonly children: Map<string, Node> | undefined;
}

/** An entry with its position, for a layer as a whole. */
export interface Positioned {
  readonly position: number;
  readonly entry: TarEntry;
}

const WHITEOUT = '.wh.';
/** Hides all that lower layers have in this directory. */
const OPAQUE = '.wh..wh..opq';
/** Other names of this kind belong to storage drivers of long ago. */
const RESERVED = '.wh..wh.';

/** What a directory is that no layer has an entry for. */
const IMPLIED: TarEntry = {
  name: '',
  type: 'directory',
  target: '',
  mode: 0o755,
  uid: 0,
  gid: 0,
  user: '',
  group: '',
  size: 0,
  modified: '0',
  major: 0,
  minor: 0,
  attributes: new Map(),
};

export class LayerTree {
  readonly #root = new Map<string, Node>();
  #layer = -1;

  /** Lays the next layer over those before. `subject` begins messages. Throws ArchiveError for a link to nothing. */
  add(entries: readonly Positioned[], subject: string): void {
    this.#layer++;
    const kept: {readonly path: string; readonly inode: Inode}[] = [];
    // Whiteouts speak of lower layers only, wherever in the layer they stand.
    for (const {position, entry} of entries) {
      const path = normalName(entry.name);
      const slash = path.lastIndexOf('/');
      const base = path.slice(slash + 1);
      const parent = slash < 0 ? '' : path.slice(0, slash);
      if (base === OPAQUE) this.#directory(parent)?.clear();
      else if (!base.startsWith(WHITEOUT)) kept.push({path, inode: {layer: this.#layer, position, entry}});
      else if (!base.startsWith(RESERVED)) this.#directory(parent)?.delete(base.slice(WHITEOUT.length));
    }
    for (const {path, inode} of kept) if (path !== '') this.#put(path, inode, subject);
  }

  /** All there is in the end, directories first, each before what is in it; then by layer and position. */
  survivors(): readonly Survivor[] {
    const paths = new Map<Inode, string[]>();
    const visit = (children: ReadonlyMap<string, Node>, prefix: string): void => {
      for (const [name, node] of children) {
        const path = prefix + name;
        const known = paths.get(node.inode);
        if (known === undefined) paths.set(node.inode, [path]);
        else known.push(path);
        if (node.children !== undefined) visit(node.children, `${path}/`);
      }
    };
    visit(this.#root, '');
    const all = [...paths].map(([inode, names]): Survivor => ({...inode, paths: names.sort()}));
    const isDirectory = ({entry}: Survivor) => entry.type === 'directory';
    return [
      ...all.filter(isDirectory).sort((a, b) => compare(a.paths[0], b.paths[0])),
      ...all.filter((one) => !isDirectory(one)).sort((a, b) => a.layer - b.layer || a.position - b.position),
    ];
  }

  /** The children of a directory that is there; undefined for anything else. */
  #directory(path: string): Map<string, Node> | undefined {
    let children: Map<string, Node> | undefined = this.#root;
    if (path === '') return children;
    for (const part of path.split('/')) children = children?.get(part)?.children;
    return children;
  }

  #put(path: string, inode: Inode, subject: string): void {
    const parts = path.split('/');
    const base = parts.pop() ?? '';
    let target: Inode | undefined;
    if (inode.entry.type === 'link') {
      target = this.#linked(inode.entry, subject);
      // A link to itself changes nothing.
      if (target === this.#directory(parts.join('/'))?.get(base)?.inode) return;
    }
    let children = this.#root;
    for (const part of parts) {
      let node = children.get(part);
      if (node?.children === undefined) {
        node = {inode: {layer: this.#layer, position: -1, entry: IMPLIED}, children: new Map()};
        children.set(part, node);
      }
      children = node.children as Map<string, Node>;
    }
    if (target !== undefined) {
      children.set(base, {inode: target, children: undefined});
    } else if (inode.entry.type === 'directory') {
      children.set(base, {inode, children: children.get(base)?.children ?? new Map()});
    } else {
      children.set(base, {inode, children: undefined});
    }
  }

  /** The file a hard link names, with its content as it is now: a later layer that replaces the name changes only that. */
  #linked({name, target}: TarEntry, subject: string): Inode {
    const path = normalName(target);
    const slash = path.lastIndexOf('/');
    const node = this.#directory(slash < 0 ? '' : path.slice(0, slash))?.get(path.slice(slash + 1));
    if (node !== undefined && node.children === undefined) return node.inode;
    const what = node === undefined ? 'which is not there' : 'which is a directory';
    const link = `${shown(nameText(name))} to ${shown(nameText(target))}`;
    throw new ArchiveError(`${subject} links ${link}, ${what}`);
  }
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
