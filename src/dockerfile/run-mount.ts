import { cut } from './blanks.ts';
import { splitCsv } from './csv.ts';
import { Rejection } from './dockerfile-error.ts';
import { isMemorySize, parseBool, parseUnsigned } from './go-values.ts';
import { joinPath } from './paths.ts';

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING = ['shared', 'private', 'locked'];
const OWNER_TYPES = ['secret', 'ssh', 'cache'];

/** The `from=` of a `RUN --mount=…`, or '' when it has none. It takes no variables. Throws Rejection. */
export function mountFrom(option: string): string {
  let from = '';
  for (const field of splitCsv(option)) {
    const [key, value] = cut(field, '=');
    if (key.toLowerCase() !== 'from' || value === null) continue;
    const dollar = value.indexOf('$');
    if (dollar >= 0 && dollar !== value.length - 1) {
      throw new Rejection("'from' doesn't support variable expansion, define an alias stage instead");
    }
    from = value;
  }
  return from;
}

/** Checks all of a mount, its values expanded by `expand`, as BuildKit does before it runs the instruction. */
export function validateMount(option: string, expand: (text: string) => string, workingDir: string): void {
  const mount = new Map<string, string>([['type', 'bind']]);
  for (const field of splitCsv(option)) readField(field, expand, mount);
  const type = mount.get('type') ?? 'bind';
  if (!OWNER_TYPES.includes(type)) {
    for (const key of ['mode', 'uid', 'gid']) {
      if (mount.has(key)) throw new Rejection(`${key} not allowed for "${type}" type mounts`);
    }
  }
  const sharing = mount.get('sharing') ?? '';
  if (type === 'secret') validateSecret(mount);
  if (sharing !== '' && type !== 'cache') throw new Rejection(`invalid cache sharing set for ${type} mount`);
  if (type === 'ssh' && (mount.get('source') ?? '') !== '') throw new Rejection('ssh does not support source');
  if (type === 'secret' || type === 'ssh') return;
  const target = mount.get('target') ?? '';
  const place = target.startsWith('/') ? target : joinPath('/', workingDir, target);
  if (place === '/') throw new Rejection(`invalid mount target "${place}"`);
}

function readField(field: string, expand: (text: string) => string, mount: Map<string, string>): void {
  const [keyText, raw] = cut(field, '=');
  const key = KEYS.get(keyText.toLowerCase());
  if (raw === null) {
    if (key === 'required') requireSecretOrSsh(mount);
    else if (key !== 'readonly' && key !== 'readwrite') {
      throw new Rejection(`invalid field '${field}' must be a key=value pair`);
    }
    return;
  }
  const value = expand(raw);
  if (key === undefined) throw new Rejection(`unexpected key '${keyText}' in '${field}'`);
  if (key === 'required') requireSecretOrSsh(mount);
  validateValue(key, value, mount.get('type') ?? '');
  mount.set(key, key === 'type' || key === 'sharing' ? value.toLowerCase() : value);
}

function validateValue(key: string, value: string, type: string): void {
  const invalid = new Rejection(`invalid value for ${key}: ${value}`);
  if (key === 'type' && !TYPES.includes(value.toLowerCase())) throw new Rejection(`unsupported mount type "${value}"`);
  if (key === 'sharing' && !SHARING.includes(value.toLowerCase())) throw invalid;
  if (key === 'readonly' || key === 'readwrite' || key === 'required') parseBool(value, key);
  if (key === 'size') {
    if (type !== 'tmpfs') throw new Rejection(`unexpected key 'size' for mount type '${type}'`);
    if (!isMemorySize(value)) throw invalid;
  }
  if (key === 'mode' && parseUnsigned(value, 8) === null) throw invalid;
  if ((key === 'uid' || key === 'gid') && parseUnsigned(value, 10) === null) throw invalid;
}

function requireSecretOrSsh(mount: ReadonlyMap<string, string>): void {
  const type = mount.get('type') ?? '';
  if (type !== 'secret' && type !== 'ssh') throw new Rejection(`unexpected key 'required' for mount type '${type}'`);
}

function validateSecret(mount: ReadonlyMap<string, string>): void {
  const [from, sharing, source, target, id] = ['from', 'sharing', 'source', 'target', 'id'].map(
    (key) => mount.get(key) ?? '',
  );
  if (from !== '') throw new Rejection('secret mount should not have a from');
  if (sharing !== '') throw new Rejection('secret mount should not define sharing');
  if (source === '' && target === '' && id === '')
    throw new Rejection('invalid secret mount. one of source, target required');
  if (source !== '' && id !== '') throw new Rejection("both source and id can't be set");
}

const KEYS = new Map(
  Object.entries({
    type: 'type',
    from: 'from',
    source: 'source',
    src: 'source',
    target: 'target',
    dst: 'target',
    destination: 'target',
    readonly: 'readonly',
    ro: 'readonly',
    readwrite: 'readwrite',
    rw: 'readwrite',
    required: 'required',
    size: 'size',
    id: 'id',
    sharing: 'sharing',
    mode: 'mode',
    uid: 'uid',
    gid: 'gid',
    env: 'env',
  }),
);
