import { Rejection } from './dockerfile-error.ts';
import { isGitSource, isHttpSource } from './git-source.ts';
import { parseInteger } from './go-values.ts';

/** COPY or ADD with its variables expanded. */
export interface CopyParts {
  readonly add: boolean;
  readonly sources: readonly string[];
  readonly chown: string;
  readonly chmod: string;
  readonly checksum: string;
  readonly link: boolean;
}

const CHECKSUM = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;

/** Throws Rejection for what BuildKit refuses before it looks at any file (dockerfile2llb/convert_copy.go). */
export function validateCopy(parts: CopyParts): void {
  if (parts.chown !== '' && parts.link && parts.chown.split(/:(.*)/s, 2).some(isOwnerName)) {
    throw new Rejection(`--chown=${parts.chown}: names can't be resolved when used with --link, use numeric uid[:gid]`);
  }
  if (parts.chmod !== '') validateMode(parts.chmod);
  if (parts.checksum !== '') validateChecksumUse(parts.sources);
  for (const source of parts.sources) validateSource(source, parts);
}

function isOwnerName(part: string): boolean {
  if (part === '' || part === 'root') return false;
  const id = parseInteger(part);
  return id === null || Math.abs(id) >= 2 ** 31;
}

function validateChecksumUse(sources: readonly string[]): void {
  const [source = '', ...more] = sources;
  if (sources.length !== 1 || more.length > 0) throw new Rejection("checksum can't be specified for multiple sources");
  if (!isHttpSource(source) && !isGitSource(source)) throw new Rejection('checksum requires HTTP(S) or Git sources');
}

function validateSource(source: string, parts: CopyParts): void {
  if (isGitSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a git ref for COPY");
  } else if (isHttpSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a URL for COPY");
    if (parts.checksum !== '' && !CHECKSUM.test(parts.checksum)) {
      throw new Rejection(`invalid checksum: ${parts.checksum}`);
    }
  }
}

/** Octal up to 07777, or symbolic as chmod(1) has it: `u=rwX,go-w`. */
function validateMode(mode: string): void {
  if (/^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) > 0o7777 : !isSymbolicMode(mode)) {
    throw new Rejection(`invalid chmod parameter: '${mode}'. it should be octal string and between 0 and 07777`);
  }
}

/** Clauses `[ugoa]*([-+=][rstwXxugo]*)+`, separated by commas. */
function isSymbolicMode(mode: string): boolean {
  return mode.split(',').every((clause) => /^[augo]*(?:[-+=][rstwXxugo]*)+$/.test(clause));
}
