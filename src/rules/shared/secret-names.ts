/** Files that hold credentials by custom, told by their paths. What they hold is tested apart: names alone prove little. */

/** How the content of such a file is to be read. */
export type SecretFileKind =
  | 'variables'
  | 'private-key'
  | 'npmrc'
  | 'netrc'
  | 'pypirc'
  | 'json'
  | 'yaml'
  | 'ini'
  | 'addresses';

export function secretFileKind(path: string): SecretFileKind | null {
  const cut = path.lastIndexOf('/');
  const name = path.slice(cut + 1).toLowerCase();
  const folder = path.slice(path.lastIndexOf('/', cut - 1) + 1, cut).toLowerCase();
  const kind = kindOf(name, folder);
  return kind === null || isTemplate(name) ? null : kind;
}

function kindOf(name: string, folder: string): SecretFileKind | null {
  if (/^\.env(\.[\w.-]{1,60})?$/.test(name)) return 'variables';
  if (/^id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/.test(name) || /\.(pem|key)$/.test(name)) return 'private-key';
  return BY_NAME.get(name) ?? BY_FOLDER.get(`${folder}/${name}`) ?? null;
}

/** Names that hold credentials whenever they hold anything: a COPY of one is wrong whatever stands in it. */
export function isSecretByName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isTemplate(name)) return false;
  return (
    /^\.env(\.(local|production|prod|staging|development|dev)(\.local)?)?$/.test(name) ||
    /^id_(rsa|dsa|ecdsa|ed25519)$/.test(name) ||
    /^(\.netrc|\.git-credentials|\.pypirc|\.pgpass|kubeconfig)$/.test(name) ||
    /(^|\/)\.(aws\/credentials|docker\/config\.json|kube\/config)$/.test(path)
  );
}

function isTemplate(name: string): boolean {
  return /[._-](example|sample|template|tmpl|dist|defaults?|test|ci)s?(\.|$)|\.pub$/i.test(name);
}

const BY_NAME: ReadonlyMap<string, SecretFileKind> = new Map([
  ['.npmrc', 'npmrc'],
  ['.yarnrc.yml', 'yaml'],
  ['.netrc', 'netrc'],
  ['_netrc', 'netrc'],
  ['.pypirc', 'pypirc'],
  ['.pgpass', 'addresses'],
  ['.git-credentials', 'addresses'],
  ['credentials.json', 'json'],
  ['application_default_credentials.json', 'json'],
  ['service-account.json', 'json'],
  ['service_account.json', 'json'],
  ['kubeconfig', 'yaml'],
]);
const BY_FOLDER: ReadonlyMap<string, SecretFileKind> = new Map([
  ['.aws/credentials', 'ini'],
  ['.docker/config.json', 'json'],
  ['.kube/config', 'yaml'],
]);

/** Folders that package managers and languages fill; what lies there came from somewhere public, mostly. */
const PACKAGES =
  /\/(node_modules|site-packages|dist-packages|gems|pkg\/mod|vendor\/bundle|usr\/share\/doc|local\/go\/src|lib(64)?\/(python\d|ruby|perl|go)[^/]*)\//;
const TESTS =
  /\/(tests?|testing|__tests__|testdata|test[-_]data|fixtures?|examples?|demo|docs?|spec|certdata|benchmarks?)\//i;

/**
 * Test keys and documentation of installed packages are published with them: they are nobody's secret. Only below the
 * folders of package managers and of the language itself, never in the application's own tree.
 */
export function isPublished(path: string): boolean {
  return PACKAGES.test(path) && TESTS.test(path);
}

/** Keys that a package brings or makes for a first try: whoever uses one shares it with others. */
export function isShared(path: string): boolean {
  return PACKAGES.test(path) || path === '/etc/ssl/private/ssl-cert-snakeoil.key';
}
