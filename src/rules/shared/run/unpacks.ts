import { grammar, hasOption, optionValue, readArguments } from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';
import { executionOf } from './executions.ts';

/** What a command unpacks, installs, marks as a program, or runs. */
export interface Uses {
  /** Words that may name files; others among them do no harm. */
  readonly files: readonly ShellWord[];
  /** It takes an archive or a package from its standard input. */
  readonly input: boolean;
}

const NOTHING: Uses = { files: [], input: false };
const TAR = grammar(
  '-f -C -T -X -b -I -F -g -H -K -L -N -V --file --directory --strip-components --exclude --transform',
);
const PLAIN = grammar('');

/** Decompressors, by whether they do it without `-d`. */
const DECOMPRESSORS: Readonly<Record<string, boolean>> = {
  gunzip: true,
  bunzip2: true,
  unxz: true,
  unlzma: true,
  unzstd: true,
  unlz4: true,
  gzip: false,
  pigz: false,
  bzip2: false,
  xz: false,
  zstd: false,
  lz4: false,
  lzma: false,
};

/** Package managers that install a file, and the words with which they do. */
const INSTALLERS: Readonly<Record<string, readonly string[]>> = {
  apt: ['install'],
  'apt-get': ['install'],
  yum: ['install', 'localinstall'],
  dnf: ['install', 'localinstall'],
  microdnf: ['install'],
  zypper: ['install', 'in'],
  apk: ['add'],
  pip: ['install'],
  npm: ['install', 'i', 'add'],
  gem: ['install'],
};

export function usesOf(command: ShellCommand): Uses {
  const uses = usesByName(command);
  const inputs = command.redirects.flatMap(({ operator, target }) =>
    operator === '<' && target !== null ? [target] : [],
  );
  return uses.input ? { ...uses, files: [...uses.files, ...inputs] } : uses;
}

function usesByName(command: ShellCommand): Uses {
  const { name, words } = command;
  const [program, ...rest] = words;
  if (program === undefined) return NOTHING;
  const run = executionOf(command);
  if (run !== null) return { files: run.file === null ? [] : [run.file], input: run.readsInput };
  if (name === null) return { files: [program], input: false };
  if (name === 'tar' || name === 'bsdtar' || name === 'gtar') return tar(rest);
  if (Object.hasOwn(DECOMPRESSORS, name)) return decompress(rest, DECOMPRESSORS[name] === true);
  const plain = name.replace(/^pip[\d.]+$/, 'pip');
  const verbs = Object.hasOwn(INSTALLERS, plain) ? INSTALLERS[plain] : undefined;
  const { options, operands } = readArguments(rest, PLAIN);
  if (verbs !== undefined)
    return verbs.includes(operands[0]?.shown ?? '') ? { files: operands.slice(1), input: false } : NOTHING;
  switch (name) {
    case 'unzip':
    case 'funzip':
    case 'unrar':
    case 'jar':
    case 'rpm2cpio':
    case 'gdebi':
    case 'install':
    case 'ar':
    case '7z':
    case '7za':
    case '7zr':
      return { files: operands, input: false };
    case 'cpio':
      return { files: operands, input: true };
    case 'dpkg':
    case 'dpkg-deb':
    case 'rpm':
      return options.some(({ name: option }) => PACKAGE.has(option)) ? { files: operands, input: true } : NOTHING;
    case 'java':
      return { files: words.filter((_word, at) => words[at - 1]?.shown === '-jar'), input: false };
    case 'chmod':
      return isExecutableMode(rest) ? { files: operands.slice(1), input: false } : NOTHING;
    default:
      return { files: [program], input: false };
  }
}

/** Install, upgrade, unpack: of dpkg and of rpm. */
const PACKAGE = new Set(['-i', '--install', '-x', '--extract', '--unpack', '-U', '--upgrade', '-F', '--freshen']);

/** `tar xzf f`, `tar -xzf f`, `tar --extract --file=f`. */
function tar(words: readonly ShellWord[]): Uses {
  const [first, ...rest] = words;
  if (first !== undefined && /^[A-Za-z]+$/.test(first.shown)) {
    if (!first.shown.includes('x')) return NOTHING;
    // The oldest form: values follow in the order of their letters.
    const file = first.shown.includes('f')
      ? rest[
          Array.from(first.shown)
            .filter((letter) => 'fCTXbI'.includes(letter))
            .indexOf('f')
        ]
      : undefined;
    return archive(file ?? null);
  }
  const read = readArguments(words, TAR);
  return hasOption(read, '-x', '--extract', '--get') ? archive(optionValue(read, '-f', '--file')) : NOTHING;
}

function archive(file: ShellWord | null): Uses {
  const stdin = file === null || file.shown === '-' || file.shown === '/dev/stdin';
  return { files: stdin ? [] : [file], input: stdin };
}

function decompress(words: readonly ShellWord[], always: boolean): Uses {
  const read = readArguments(words, PLAIN);
  if (!always && !hasOption(read, '-d', '--decompress', '--uncompress')) return NOTHING;
  return { files: read.operands, input: false };
}

function isExecutableMode(words: readonly ShellWord[]): boolean {
  return words.some(
    ({ shown }) =>
      /^[ugoa]*[+=][rwstX]*x/.test(shown) || (/^[0-7]{3,5}$/.test(shown) && /[1357]/.test(shown.slice(-3))),
  );
}
