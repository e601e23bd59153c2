/**
 * Whether the file of an advisory database is whole. The database is a bbolt file (go.etcd.io/bbolt, page.go and
 * db.go): the first two pages hold one meta record each, which counts the pages of the file. Trivy maps the file into
 * memory; of a truncated one it reads what is there, and may find nothing wrong and no advisories.
 *
 * @param head the first bytes of the file, at least `BOLT_HEAD_BYTES` of a longer one
 * @param size of the whole file in bytes
 * @returns what is wrong with it, or null
 */
export function boltFault(head: Uint8Array, size: number): string | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const first = readMeta(view, 0);
  const second = PAGE_SIZES.map((pageSize) => readMeta(view, pageSize)).find((meta) => meta !== null) ?? null;
  const metas = [first, second].filter((meta) => meta !== null);
  const current = metas.sort((a, b) => (a.transaction < b.transaction ? 1 : -1))[0];
  if (current === undefined) {
    return 'it is not a bbolt file';
  }
  const wanted = current.pages * BigInt(current.pageSize);
  return BigInt(size) < wanted ? `it has ${size} of at least ${wanted} bytes` : null;
}

export const BOLT_HEAD_BYTES = 128 * 1024;

interface Meta {
  readonly pageSize: number;
  readonly pages: bigint;
  readonly transaction: bigint;
}

/** Pages are as large as those of the machine that wrote the file. */
const PAGE_SIZES = [4096, 8192, 16384, 32768, 65536] as const;
const MAGIC = 0xed0cdaed;
const VERSION = 2;
const PAGE_HEADER = 16;
const META_BYTES = 64;

function readMeta(view: DataView, page: number): Meta | null {
  const start = page + PAGE_HEADER;
  if (view.byteLength < start + META_BYTES) {
    return null;
  }
  const isMeta = view.getUint32(start, true) === MAGIC && view.getUint32(start + 4, true) === VERSION;
  if (!isMeta || view.getBigUint64(start + 56, true) !== fnv1a(view, start, 56)) {
    return null;
  }
  return {
    pageSize: view.getUint32(start + 8, true),
    pages: view.getBigUint64(start + 40, true),
    transaction: view.getBigUint64(start + 48, true),
  };
}

/** FNV-1a, 64 bits: the checksum of a meta record. */
function fnv1a(view: DataView, start: number, length: number): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let index = start; index < start + length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(index))) * 0x100000001b3n);
  }
  return hash;
}
