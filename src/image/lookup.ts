import type { ImageFile, ImageFiles } from '../model/image-files.ts';
import { IMAGE_LIMITS } from './limits.ts';

/** What a path leads to, all links followed inside the root. */
export interface Found {
  readonly file: ImageFile;
  /** Folders that a process must be allowed to search on the way, the links' own included; the root first. */
  readonly searched: readonly ImageFile[];
}

/** Steps that one lookup may take; a longer chain of links is one that nobody follows by hand either. */
const STEPS = 4096;

const indexes = new WeakMap<ImageFiles, ReadonlyMap<string, ImageFile>>();

/** The merged files by path. Made once for each listing, because every rule looks things up. */
export function fileIndex(files: ImageFiles): ReadonlyMap<string, ImageFile> {
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const index = new Map<string, ImageFile>([['/', folder('/')]]);
  for (const file of files.merged) {
    for (let at = file.path.lastIndexOf('/'); at > 0; at = file.path.lastIndexOf('/', at - 1)) {
      const parent = file.path.slice(0, at);
      if (index.has(parent)) break;
      index.set(parent, folder(parent));
    }
    index.set(file.path, file);
  }
  indexes.set(files, index);
  return index;
}

/**
 * Follows a path as the kernel does for a process in the container: links in every place, `..` stopping at the root.
 * @param from the folder that a relative path starts in
 * @returns null when it leads nowhere, in circles, or through something that is no folder
 */
export function lookUp(files: ImageFiles, path: string, from = '/'): Found | null {
  const index = fileIndex(files);
  const start = path.startsWith('/') ? path : `${from}/${path}`;
  const left = start.split('/').reverse();
  const trail = ['/'];
  const searched: ImageFile[] = [];
  let links = 0;
  let steps = 0;
  for (let segment = left.pop(); segment !== undefined; segment = left.pop()) {
    steps += 1;
    if (steps > STEPS) return null;
    if (segment === '' || segment === '.') continue;
    const here = trail.at(-1) ?? '/';
    const parent = index.get(here);
    if (parent?.type !== 'directory') return null;
    searched.push(parent);
    if (segment === '..') {
      trail.splice(Math.max(trail.length - 1, 1));
      continue;
    }
    const next = here === '/' ? `/${segment}` : `${here}/${segment}`;
    const file = index.get(next);
    if (file === undefined || next.length > IMAGE_LIMITS.name) return null;
    if (file.link === null) {
      trail.push(next);
      continue;
    }
    links += 1;
    if (links > IMAGE_LIMITS.links) return null;
    if (file.link.startsWith('/')) trail.splice(1);
    left.push(...file.link.split('/').reverse());
  }
  const file = index.get(trail.at(-1) ?? '/');
  return file === undefined ? null : { file, searched };
}

/** Every file and folder below a folder, itself not included. */
export function below(files: ImageFiles, path: string): readonly ImageFile[] {
  const prefix = path === '/' ? '/' : `${path}/`;
  return files.merged.filter((file) => file.path.startsWith(prefix) && file.path !== '/');
}

/** A folder that no layer describes, as engines make it. */
function folder(path: string): ImageFile {
  return {
    path,
    type: 'directory',
    mode: 0o755,
    uid: 0,
    gid: 0,
    size: 0,
    link: null,
    hasCapabilities: false,
    layer: '',
  };
}
