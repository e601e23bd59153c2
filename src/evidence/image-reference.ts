import { UsageError } from '../model/failure.ts';

/** Where an image is. */
export type ImageSource =
  /** A tag, digest or id in the local docker or podman engine. */
  | { readonly kind: 'engine'; readonly reference: string }
  /** Of a file, `tag` tells one image of several. */
  | { readonly kind: 'docker-archive' | 'oci-archive'; readonly file: string; readonly tag: string | null }
  | { readonly kind: 'oci'; readonly folder: string; readonly tag: string | null }
  | { readonly kind: 'registry'; readonly reference: string };

/** A source, or something without a prefix of which only the file system can tell whether it is a path. */
export type ParsedReference =
  | ImageSource
  /** `reference` is the same text as the name of an image, or null when it cannot be one. */
  | { readonly kind: 'path'; readonly path: string; readonly reference: string | null };

/**
 * Parses what a user writes for `--image`: a prefix decides. Without one, a text with a tag or digest is the name of an
 * image, never a file of that name: a change under review could add such a file and have it judged instead of the image
 * that was built. Whatever begins like a path (`./`, `/`, `C:\`) is one, and of the rest the file system decides.
 * @throws UsageError `image-invalid`
 */
export function parseImageReference(text: string): ParsedReference {
  const prefixed = /^(docker-archive|oci-archive|oci|registry):(.*)$/s.exec(text);
  if (prefixed !== null) {
    return withPrefix(prefixed[1] ?? '', prefixed[2] ?? '', text);
  }
  const isName = isImageName(text);
  if (text === '' || text.includes('\0')) {
    throw invalid(text);
  }
  if (/^(\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(text)) {
    return { kind: 'path', path: text, reference: null };
  }
  if (isName && /[:@]/.test(text)) {
    return { kind: 'engine', reference: text };
  }
  return { kind: 'path', path: text, reference: isName ? text : null };
}

function withPrefix(prefix: string, rest: string, text: string): ImageSource {
  if (rest === '' || rest.includes('\0')) {
    throw invalid(text);
  }
  switch (prefix) {
    case 'docker-archive':
      return { kind: 'docker-archive', file: rest, tag: null };
    case 'oci-archive':
      return { kind: 'oci-archive', file: rest, tag: null };
    case 'registry':
      return { kind: 'registry', reference: rest };
    default:
      return { kind: 'oci', ...splitTag(rest) };
  }
}

/** `DIR:TAG`, where neither a tag holds a slash nor is the colon of `C:\` one. */
function splitTag(rest: string): { readonly folder: string; readonly tag: string | null } {
  const match = /^(.{2,}|[^A-Za-z]):([^:\\/]+)$/s.exec(rest);
  return match === null ? { folder: rest, tag: null } : { folder: match[1] ?? '', tag: match[2] ?? '' };
}

const SEGMENT = '[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*';
const REGISTRY = '(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?';
/** The grammar of github.com/distribution/reference, with ids (`sha256:…`) besides. */
const NAME = new RegExp(
  `^(?:(?:${REGISTRY}/)?${SEGMENT}(?:/${SEGMENT})*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?|sha256:[0-9a-f]{1,64})$`,
);

/** Also what keeps a text like `--help` from becoming an option of the engine's command. */
function isImageName(text: string): boolean {
  return text.length <= 512 && NAME.test(text);
}

function invalid(text: string): UsageError {
  return new UsageError(
    'image-invalid',
    `${JSON.stringify(text)} names no image.`,
    'Give a tag or id of the local engine, docker-archive:FILE[:TAG], oci-archive:FILE[:TAG], oci:FOLDER[:TAG], registry:REF, or a path.',
  );
}

/**
 * The repository part of an image's name, without registry, tag and digest: `ghcr.io/acme/time:ci` → `acme/time`.
 * Docker's own `library/` is left out. Null for what is no name with a repository, such as an id.
 */
export function repositoryOf(name: string): string | null {
  if (!isImageName(name) || /^(sha256:[0-9a-f]+|[0-9a-f]{64})$/.test(name)) {
    return null;
  }
  const segments = name
    .replace(/@.*$/, '')
    .replace(/:[^/:]*$/, '')
    .split('/');
  const path = hasHost(segments) ? segments.slice(1) : segments;
  return (path.length > 1 && path[0] === 'library' ? path.slice(1) : path).join('/');
}

/** Whether a name begins with the host of a registry: `ghcr.io/acme/time:ci`, not `acme/time:ci`. */
export function namesRegistry(name: string): boolean {
  return isImageName(name) && hasHost(name.split('/'));
}

/** The rule of github.com/distribution/reference. */
function hasHost([first = '', ...rest]: readonly string[]): boolean {
  return rest.length > 0 && (/[.:[\]]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
}

/** The repository that all names of one image share; null when there are none, or they differ. */
export function sharedRepository(names: readonly string[]): string | null {
  const repositories = new Set(names.map(repositoryOf));
  const [only = null] = repositories;
  return repositories.size === 1 ? only : null;
}
