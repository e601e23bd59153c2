import { grammar, hasOption, optionValue, readArguments } from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';
import { COMMIT } from './git-clones.ts';
import { type Floating, floating, hasVariable, isExact, NONE, type Pinned } from './packages.ts';
import { type Lookup, spelled } from './words.ts';

const GO = grammar('-ldflags -tags -mod -modfile -p -o -C -gcflags -asmflags -toolexec -buildmode -overlay -pkgdir', {
  longDash: true,
});
const GEM = grammar('-v -s -i -n -P -r --version --source --install-dir --bindir --platform --trust-policy');
const CARGO = grammar(
  '-F -j -Z --version --vers --git --rev --tag --branch --path --root --registry --index --features --bin --example --target --profile --jobs --target-dir --config --color',
);

/** Go, RubyGems and Cargo; null for another command. */
export function otherPackages({ name, words }: ShellCommand, lookup: Lookup): Floating | null {
  const [verb, ...rest] = words.slice(1);
  if (name === 'go' && (verb?.shown === 'install' || verb?.shown === 'get')) return go(rest, verb.shown, lookup);
  if (name === 'gem' && verb?.shown === 'install') return gem(rest, lookup);
  const [command, ...crates] = verb?.shown.startsWith('+') === true ? rest : words.slice(1);
  if (name === 'cargo' && (command?.shown === 'install' || command?.shown === 'binstall')) return cargo(crates, lookup);
  return name === 'go' || name === 'gem' || name === 'cargo' ? NONE : null;
}

function go(words: readonly ShellWord[], verb: string, lookup: Lookup): Floating {
  const read = readArguments(words, GO);
  const fix = 'Name the version: `go install example.com/tool@v1.2.3`.';
  const update = verb === 'get' && hasOption(read, '-u');
  return floating(
    read.operands.map((word) => spelled(word, lookup)),
    (path): Pinned => {
      const at = path.indexOf('@');
      if (at < 0) {
        // `go install path` builds what go.mod or the file system says; `go get path` takes the latest.
        const remote = /^[\w-]+(\.[\w-]+)+\//.test(path);
        return !(update || (verb === 'get' && remote));
      }
      const version = path.slice(at + 1);
      if (isExact(version) || /^[0-9a-f]{12,40}$/.test(version) || version === 'none') return true;
      return hasVariable(version) ? null : false;
    },
    fix,
  );
}

function gem(words: readonly ShellWord[], lookup: Lookup): Floating {
  const read = readArguments(words, GEM);
  const version = optionValue(read, '-v', '--version');
  const text = version === null ? null : spelled(version, lookup);
  const fix = 'Name the version: `gem install bundler -v 2.7.2`.';
  if (text !== null && (/^=?\s*\d[\w.]*$/.test(text) || hasVariable(text))) return NONE;
  return floating(
    read.operands.map((word) => spelled(word, lookup)),
    (name): Pinned => /\.gem$/.test(name) || /:\d[\w.]*$/.test(name) || (hasVariable(name) ? null : false),
    fix,
  );
}

function cargo(words: readonly ShellWord[], lookup: Lookup): Floating {
  const read = readArguments(words, CARGO);
  const value = (...names: string[]): string | null => {
    const word = optionValue(read, ...names);
    return word === null ? null : spelled(word, lookup);
  };
  const fix = 'Name the version, and hold to the lock file of the crate: `cargo install ripgrep@15.0.0 --locked`.';
  if (value('--path') !== null) return NONE;
  const revision = value('--rev') ?? '';
  const version = (value('--version', '--vers') ?? '').replace(/^=/, '');
  const crates = read.operands.map((word) => spelled(word, lookup));
  if (value('--git') !== null) {
    const pinned: Pinned = COMMIT.test(revision) || (hasVariable(revision) ? null : false);
    return floating(
      crates.length > 0 ? crates : ['a crate from git'],
      () => pinned,
      fix.replace('ripgrep@15.0.0', '--git … --rev <commit>'),
    );
  }
  return floating(
    crates,
    (crate): Pinned =>
      isExact(version) || isExact(crate.slice(crate.indexOf('@') + 1)) || (hasVariable(version + crate) ? null : false),
    fix,
  );
}
