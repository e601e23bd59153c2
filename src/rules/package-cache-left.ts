import type { ImageFile } from '../model/image-files.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';
import { everyFile, noFiles, placeOf } from './shared/image-place.ts';
import { bytes, plainName } from './shared/listing.ts';

const FIX =
  'Mount the cache while building (`RUN --mount=type=cache,target=/root/.npm npm ci`), or delete it in the very RUN that fills it (`rm -rf /var/lib/apt/lists/*`): a later layer only hides it.';

/** Below this, what is left is a lock file or an empty index. */
const WORTH = 64 * 1024;

export const packageCacheLeft: Rule = {
  id: 'package-cache-left',
  title: 'No caches of package managers in the image',
  severity: { mcp: 'low', container: 'low', strict: 'low' },
  why: 'Indexes and downloads of the build are carried to every machine that pulls the image, and nothing reads them again.',
  fix: FIX,
  aliases: [
    'DL3009',
    'DL3019',
    'DL3032',
    'DL3036',
    'DL3040',
    'DL3042',
    'DL3060',
    'CIS-DI-0007',
    'DKL-DI-0005',
    'DS-0015',
    'DS-0019',
    'DS-0020',
    'CIS 4.7',
  ],
  examples: {
    good: [
      {
        title: 'only what tools leave as a matter of course',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: {
          files: {
            '/var/lib/apt/lists/lock': '',
            '/var/cache/apt/archives/partial/': {},
            '/var/cache/debconf/config.dat': { size: 900_000 },
          },
        },
      },
    ],
    bad: [
      {
        title: 'package lists',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: {
          files: { '/var/lib/apt/lists/deb.debian.org_dists_trixie_main_binary-amd64_Packages': { size: 48_000_000 } },
        },
      },
      {
        title: 'deleted by a later layer, so still carried along',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: { files: { '/root/.npm/_cacache/content-v2/sha512/ab/cd': { size: 30_000_000, deleted: true } } },
      },
    ],
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const hidden = new Set(files.hidden);
    const caches = [...cachesOf(everyFile(files))].filter(([, held]) => sizeOf(held) >= WORTH);
    if (caches.length === 0) return pass('No caches of package managers in any layer.');
    const parts = caches
      .sort(([, a], [, b]) => sizeOf(b) - sizeOf(a))
      .map(([name, held]) => {
        const late = held.every((file) => hidden.has(file)) ? ', deleted too late' : '';
        return `${plainName(name)} (${bytes(sizeOf(held))}${late})`;
      });
    const all = caches.flatMap(([, held]) => held);
    const shown =
      parts.length > 10 ? `${parts.slice(0, 10).join(', ')} and ${parts.length - 10} more` : parts.join(', ');
    return fail([
      {
        message: `Caches of package managers, ${bytes(sizeOf(all))} in all: ${shown}.`,
        fix: FIX,
        location: placeOf(evidence, all),
      },
    ]);
  },
};

const CACHE =
  /^(\/var\/lib\/apt\/lists|\/var\/cache\/(?:apt\/archives|apk|dnf|libdnf5|yum|zypp|pacman\/pkg)|\/etc\/apk\/cache|(?:\/root|\/home\/[^/]+)?\/(?:\.cache\/(?:pip|uv|pypoetry|go-build|yarn|node|composer|ms-playwright-go)|\.npm\/_cacache|\.cargo\/registry|\.bundle\/cache|\.local\/share\/pnpm\/store)|\/usr\/local\/share\/\.cache\/yarn|\/root\/\.yarn\/berry\/cache)\//;

function cachesOf(files: readonly ImageFile[]): ReadonlyMap<string, readonly ImageFile[]> {
  const caches = new Map<string, ImageFile[]>();
  for (const file of files) {
    const cache = file.type === 'file' ? CACHE.exec(file.path)?.[1] : undefined;
    if (cache === undefined) continue;
    const held = caches.get(cache);
    if (held === undefined) caches.set(cache, [file]);
    else held.push(file);
  }
  return caches;
}

function sizeOf(files: readonly ImageFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
