import { grammar, hasOption, optionValue, readArguments } from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';
import { type Floating, floating, hasCommit, hasVariable, isExact, NONE, type Pinned } from './packages.ts';
import { type Lookup, spelled } from './words.ts';

const FIX =
  'Name the version (`pip install "requests==2.32.5"`), or install from a lock file: `pip install --require-hashes -r requirements.txt`, `uv sync --locked`.';

/** Options with a value (pip 25, uv 0.9, pipx 1.8). */
const PIP = grammar(
  '-r -c -e -t -i -f -C -p -d -w --requirement --requirements --constraint --constraints --override --overrides --editable --target --prefix --root --index-url --default-index --index --extra-index-url --find-links --trusted-host --proxy --timeout --retries --cert --client-cert --cache-dir --log --python-version --python-platform --platform --abi --implementation --only-binary --no-binary --progress-bar --src --config-settings --config-setting --global-option --upgrade-strategy --report --python --root-user-action --use-feature --wheel-dir --dest --upgrade-package --reinstall-package --extra --group --exclude-newer --link-mode --with --from --pip-args --suffix --directory --project --index-strategy --no-install-package',
);

/** pip in all its forms, uv, pipx and pipenv; null for another command. */
export function pythonPackages({ name, words }: ShellCommand, lookup: Lookup): Floating | null {
  if (name === null || (name[0] !== 'p' && name !== 'uv')) return null;
  if (/^pip[\d.]*$/.test(name)) return pip(words.slice(1), lookup);
  if (/^(python|pypy)[\d.]*$/.test(name)) {
    const [dash, module] = words.slice(1);
    return dash?.shown === '-m' && module?.shown === 'pip' ? pip(words.slice(3), lookup) : null;
  }
  const read = readArguments(words.slice(1), PIP);
  const verbs = read.operands.map(({ shown }) => shown);
  if (name === 'pipx') return verbs[0] === 'install' ? named(read.operands.slice(1), lookup) : NONE;
  if (name === 'pipenv') {
    if (verbs[0] !== 'install' || hasOption(read, '--deploy', '--ignore-pipfile')) return NONE;
    return verbs.length > 1
      ? named(read.operands.slice(1), lookup)
      : {
          ...NONE,
          names: ['what Pipfile names'],
          fix: 'Install what the lock file holds: `pipenv sync`, or `pipenv install --deploy`.',
        };
  }
  if (name !== 'uv') return null;
  if (verbs[0] === 'pip') return pip(words.slice(words.findIndex(({ shown }) => shown === 'pip') + 1), lookup);
  if (verbs[0] === 'tool' && verbs[1] === 'install') return named(read.operands.slice(2), lookup);
  if (verbs[0] === 'add') return named(read.operands.slice(1), lookup);
  if (
    verbs[0] !== 'sync' ||
    hasOption(read, '--locked', '--frozen') ||
    isOn(lookup('UV_LOCKED')) ||
    isOn(lookup('UV_FROZEN'))
  )
    return NONE;
  return { ...NONE, names: ['what pyproject.toml names'], fix: 'Hold to the lock file: `uv sync --locked`.' };
}

function pip(words: readonly ShellWord[], lookup: Lookup): Floating {
  const read = readArguments(words, PIP);
  const [verb, ...names] = read.operands;
  if (verb?.shown !== 'install' && verb?.shown !== 'wheel') return NONE;
  // With a list of hashes or of constraints the versions stand there; without an index they come from a folder.
  if (hasOption(read, '--require-hashes', '--no-index', '-c', '--constraint', '--constraints')) return NONE;
  const editable = optionValue(read, '-e', '--editable');
  return named(editable === null ? names : [...names, editable], lookup);
}

function named(words: readonly ShellWord[], lookup: Lookup): Floating {
  return floating(
    words.map((word) => spelled(word, lookup)),
    isPinned,
    FIX,
  );
}

function isPinned(requirement: string): Pinned {
  const [name = '', address] = requirement.split(/ *@ *(?=[a-z+]+:)/i);
  const source = address ?? name;
  if (/^git\+/.test(source)) return hasCommit(source, '@') || (hasVariable(source) ? null : false);
  // The address of one file: its version, or its sum, is in its name.
  if (/^[a-z+]+:\/\//i.test(source))
    return /\d\.\d|#(sha256|sha384|sha512)=/.test(source) || (hasVariable(source) ? null : false);
  if (/^(\.|\/|~|file:)/.test(source) || /\.(whl|tar\.gz|zip)(\[|$)/.test(source)) return true;
  if (/={2,3} *[^=\s*]+(\s*;|\s*,|\s*$)/.test(requirement)) return true;
  if (isExact(requirement.slice(requirement.lastIndexOf('@') + 1))) return true;
  if (/\//.test(source) && !hasVariable(source)) return true;
  return hasVariable(requirement) ? null : false;
}

function isOn(value: string | null): boolean {
  return value !== null && /^(1|true|yes|on)$/i.test(value);
}
