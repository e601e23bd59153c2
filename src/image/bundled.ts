import type { Origin } from '../model/finding.ts';

/** A package manager that base images bring along, with packages of its own that no lock file of the application names. */
interface Bundle {
  readonly tool: string;
  readonly path: RegExp;
  /** What needs it at run time. */
  readonly users: string;
  /** Applications install it on purpose too, with the same tool and into the same folder. */
  readonly mayBeOwn?: true;
  /** Given the folder that holds it. */
  readonly removal: (folder: string) => string;
}

const NODE = /^((?:usr\/(?:local\/)?lib|opt\/[^/]+\/lib)\/node_modules)\//;

const BUNDLES: readonly Bundle[] = [
  {
    tool: 'npm',
    path: new RegExp(`${NODE.source}npm\\/`),
    users: 'npm or npx',
    removal: (folder) => `rm -rf /${folder}/npm ${programs(folder, ['npm', 'npx'])}`,
  },
  {
    tool: 'npm',
    path: /^(usr\/share\/nodejs)\/npm\//,
    users: 'npm or npx',
    removal: () => 'apt-get purge -y npm',
  },
  {
    tool: 'Corepack',
    path: new RegExp(`${NODE.source}corepack\\/`),
    users: 'corepack, yarn or pnpm',
    removal: (folder) => `rm -rf /${folder}/corepack ${programs(folder, ['corepack'])}`,
  },
  {
    tool: 'Yarn',
    path: /^(opt\/yarn-v[^/]+)\//,
    users: 'yarn',
    removal: (folder) => `rm -rf /${folder} /usr/local/bin/yarn /usr/local/bin/yarnpkg`,
  },
  {
    tool: 'ensurepip',
    path: /^(usr\/(?:local\/)?lib\/python3(?:\.[0-9]+)?\/ensurepip)\//,
    users: 'ensurepip',
    removal: (folder) => `rm -rf /${folder}`,
  },
  {
    tool: 'pip',
    path: /^(usr\/(?:local\/)?lib\/python3(?:\.[0-9]+)?\/site-packages)\/(?:pip|setuptools|wheel)(?:-[^/]+)?\//,
    users: 'pip',
    mayBeOwn: true,
    removal: () => 'python -m pip uninstall -y setuptools wheel pip',
  },
];

/**
 * What to do about a package that belongs to a package manager of the image and not to the application: a newer version
 * of the package alone cannot be installed there. Null for any other.
 * @param path of the package's metadata in the image, without the leading slash
 */
export function bundledRemedy(name: string, path: string | null, origin: Origin | null): string | null {
  const bundle = bundleOf(path, origin);
  const folder = bundle?.path.exec(path ?? '')?.[1];
  if (bundle === undefined || folder === undefined) return null;
  const { tool, users, removal } = bundle;
  const owner = origin === 'base' ? `${tool}, which the base image brings along` : `${tool} itself`;
  return `${name} belongs to ${owner}, not to the application. Unless the container runs ${users}, remove it in the final stage (as root: RUN ${removal(folder)}), or take a base image without it; else update ${tool}.`;
}

/** Whether a package belongs to a package manager of the image. */
export function isBundled(path: string | null, origin: Origin | null): boolean {
  return bundleOf(path, origin) !== undefined;
}

function bundleOf(path: string | null, origin: Origin | null): Bundle | undefined {
  return BUNDLES.find((bundle) => bundle.path.test(path ?? '') && !(bundle.mayBeOwn && origin === 'app'));
}

function programs(folder: string, names: readonly string[]): string {
  return names.map((name) => `/${folder.replace(/lib\/node_modules$/, 'bin')}/${name}`).join(' ');
}
