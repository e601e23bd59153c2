import type { Waiver } from '../../src/model/waiver.ts';

/** A waiver of a policy file that accepts CVE-2026-1 everywhere. */
export function waiver(rest: Partial<Waiver> = {}): Waiver {
  return {
    ids: ['CVE-2026-1'],
    images: [],
    packages: [],
    paths: [],
    origin: null,
    reason: 'not reachable',
    owner: null,
    expires: '2026-06-30',
    source: 'policy',
    location: { file: '.github/image-gate.yml', startLine: 3, endLine: 5 },
    ...rest,
  };
}
