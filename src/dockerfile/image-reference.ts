export interface ImageReference {
  /** With port, such as `docker.io` or `localhost:5000`. */
  readonly registry: string;
  /** Such as `library/node`. */
  readonly repository: string;
  /** Null when none is written; engines then take `latest`, unless there is a digest. */
  readonly tag: string | null;
  /** Such as `sha256:…`. */
  readonly digest: string | null;
}

const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const HOST_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const IDENTIFIER = /^[a-f0-9]{64}$/;

const DEFAULT_REGISTRY = 'docker.io';
const MAX_REPOSITORY = 255;
/** No registry can be asked for a longer one, and the patterns above stay cheap. */
const MAX_LENGTH = 4096;

/** Parses as distribution/reference does: `node:24` is docker.io/library/node. Null when it is not a reference. */
export function parseImageReference(text: string): ImageReference | null {
  if (text.length > MAX_LENGTH || IDENTIFIER.test(text)) return null;
  const { registry, rest } = splitRegistry(text);
  const at = rest.indexOf('@');
  const digest = at < 0 ? null : rest.slice(at + 1);
  const named = at < 0 ? rest : rest.slice(0, at);
  const colon = named.lastIndexOf(':');
  const tag = colon < 0 ? null : named.slice(colon + 1);
  const repository = colon < 0 ? named : named.slice(0, colon);
  if (repository.length > MAX_REPOSITORY || !REPOSITORY.test(repository)) return null;
  // A first part that cannot be a host, such as `my_org.x/app`, still makes a valid name.
  if (!REGISTRY.test(registry) && !REPOSITORY.test(registry)) return null;
  if ((tag !== null && !TAG.test(tag)) || (digest !== null && !DIGEST.test(digest))) return null;
  return { registry, repository, tag, digest };
}

/** The full form, with the tag that engines take when none is written. */
export function formatImageReference(reference: ImageReference): string {
  const tag = reference.tag ?? (reference.digest === null ? 'latest' : null);
  const name = `${reference.registry}/${reference.repository}`;
  return name + (tag === null ? '' : `:${tag}`) + (reference.digest === null ? '' : `@${reference.digest}`);
}

function splitRegistry(text: string): { registry: string; rest: string } {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  if (slash < 0 || !isRegistry(first)) return official(text);
  const rest = text.slice(slash + 1);
  return first === DEFAULT_REGISTRY || first === 'index.docker.io' ? official(rest) : { registry: first, rest };
}

function isRegistry(first: string): boolean {
  return first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
}

/** Docker Hub's own images live below `library/`. */
function official(rest: string): { registry: string; rest: string } {
  return { registry: DEFAULT_REGISTRY, rest: rest.includes('/') ? rest : `library/${rest}` };
}
