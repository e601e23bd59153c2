import { lookUp } from '../image/lookup.ts';
import type { ImageFile, ImageFiles } from '../model/image-files.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';
import { layerSources, noFiles, placeOf } from './shared/image-place.ts';
import { plainName } from './shared/listing.ts';
import { commandsOf, startWords } from './shared/start-command.ts';

const FIX =
  'Remove them in the final stage (`RUN rm -rf /usr/local/lib/node_modules/npm /usr/local/bin/npm /usr/local/bin/npx`), or build on a distroless or chiseled base. Where one must stay, accept it with a reason and a date.';

/** By the name that a finding gives them: the programs that belong to each. */
const MANAGERS: Readonly<Record<string, readonly string[]>> = {
  apt: ['apt', 'apt-get', 'aptitude'],
  dpkg: ['dpkg'],
  apk: ['apk'],
  dnf: ['dnf', 'dnf5', 'microdnf', 'yum', 'tdnf'],
  rpm: ['rpm'],
  zypper: ['zypper'],
  pacman: ['pacman'],
  npm: ['npm', 'npx'],
  corepack: ['corepack'],
  yarn: ['yarn', 'yarnpkg'],
  pnpm: ['pnpm', 'pnpx'],
  pip: ['pip', 'pip3'],
  pipx: ['pipx'],
  uv: ['uv', 'uvx'],
  poetry: ['poetry'],
  conda: ['conda', 'mamba', 'micromamba'],
  gem: ['gem', 'bundle'],
  cargo: ['cargo'],
  composer: ['composer'],
};
const BY_PROGRAM: ReadonlyMap<string, string> = new Map(
  Object.entries(MANAGERS).flatMap(([name, programs]) => programs.map((program) => [program, name])),
);

export const packageManagerLeft: Rule = {
  id: 'package-manager-left',
  title: 'No package manager in the image',
  severity: { mcp: 'medium', container: 'medium', strict: 'high' },
  why: 'A running server installs nothing. A package manager helps whoever breaks in to fetch tools, brings vulnerabilities of its own (npm alone has a hundred packages), and lets code be installed at start.',
  fix: FIX,
  aliases: ['CIS 4.3'],
  examples: {
    good: [
      {
        title: 'only the runtime',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["node", "/app/server.js"]\n',
        image: {
          files: { '/usr/local/bin/node': { program: 'amd64' }, '/app/node_modules/npm-packlist/package.json': '{}' },
        },
      },
    ],
    bad: [
      {
        title: 'npm of the base image',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["node", "/app/server.js"]\n',
        image: {
          files: {
            '/usr/local/bin/npm': { link: '../lib/node_modules/npm/bin/npm-cli.js' },
            '/usr/local/bin/npx': { link: '../lib/node_modules/npm/bin/npx-cli.js' },
            '/usr/local/lib/node_modules/npm/bin/npm-cli.js': { mode: 0o755 },
            '/usr/local/lib/node_modules/npm/bin/npx-cli.js': { mode: 0o755 },
          },
        },
      },
      {
        title: 'pip as a module only',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENTRYPOINT ["python", "/app/server.py"]\n',
        image: { files: { '/usr/local/lib/python3.14/site-packages/pip/__main__.py': '' } },
      },
    ],
  },
  judge(evidence) {
    const files = evidence.image?.files ?? null;
    if (files === null) return unknown(noFiles(evidence));
    const found = managersOf(files);
    if (found.size === 0) return pass('No package manager in the image.');
    const sources = layerSources(evidence);
    const names = [...found].map(([name, held]) => {
      const origin = held.map(({ layer }) => sources.get(layer)?.origin).find((known) => known !== undefined);
      const where = origin === undefined ? '' : origin === 'base' ? ', from the base image' : ', added by this build';
      return `${name} (${plainName(held[0]?.path ?? '')}${where})`;
    });
    const used = commandsOf(startWords(evidence) ?? []).map(([name]) => BY_PROGRAM.get(baseOf(name)));
    const needed = [...found.keys()].filter((name) => used.includes(name));
    const note =
      needed.length === 0 ? '' : ` The start command itself uses ${needed.join(' and ')}: see runtime-install.`;
    return fail([
      {
        message: `Package managers in the image: ${names.join(', ')}.${note}`,
        fix: FIX,
        location: placeOf(evidence, [...found.values()].flat()),
      },
    ]);
  },
};

/** Each manager once, with what it was recognised by; a link that leads nowhere is none. */
function managersOf(files: ImageFiles): ReadonlyMap<string, readonly ImageFile[]> {
  const found = new Map<string, ImageFile[]>();
  for (const file of files.merged) {
    const name = managerOf(file);
    if (name === null || (file.type === 'symlink' && lookUp(files, file.path) === null)) continue;
    found.set(name, [...(found.get(name) ?? []).slice(0, 9), file]);
  }
  return found;
}

function managerOf({ path, type }: ImageFile): string | null {
  if (type === 'directory') return null;
  const program = /\/s?bin\/([^/]+)$/.exec(path)?.[1];
  if (program !== undefined) return BY_PROGRAM.get(program.replace(/^(pip)[\d.]+$/, '$1')) ?? null;
  return /\/python[\d.]+\/(site-packages\/pip\/__main__|ensurepip\/__main__)\.py$|\/dist-packages\/pip\/__main__\.py$/.test(
    path,
  )
    ? 'pip'
    : null;
}

function baseOf(name: string | null | undefined): string {
  return (name ?? '').slice((name ?? '').lastIndexOf('/') + 1);
}
