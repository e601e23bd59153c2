import { hash } from 'node:crypto';

export interface Identity {
  readonly subject: string;
  /** Rule or advisory id. */
  readonly id: string;
  /** Package URL; its version and qualifiers do not count. Null for a finding that is about no package. */
  readonly purl: string | null;
  /** Path in the image, or another place that tells findings of one id apart. */
  readonly place: string;
}

/**
 * The identity of a finding through rebuilds: 32 hexadecimal digits of
 * sha256("1", subject name, id, purl without version, place), joined by NUL bytes. Tags, digests, lines and messages
 * change without the finding changing, so they never take part. Fixed from the first release on.
 */
export function fingerprint({ subject, id, purl, place }: Identity): string {
  const parts = ['1', subject, id, purl === null ? '' : withoutVersion(purl), place];
  return hash('sha256', parts.join('\0')).slice(0, 32);
}

/**
 * `pkg:apk/alpine/zlib@1.3-r0?arch=x86_64&distro=3.20` → `pkg:apk/alpine/zlib`. The qualifiers name the distribution's
 * version and the architecture. An @ of a scope is percent-encoded in a package URL (purl-spec, "Rules for each component").
 */
export function withoutVersion(purl: string): string {
  const bare = purl.split(/[?#]/, 1)[0] ?? '';
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}
