import { grammar, hasOption, readArguments } from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand, ShellScript } from '../../../dockerfile/shell/script.ts';
import { type Lookup, spelled } from './words.ts';

/** A check of a sum or a signature. */
export interface Verification {
  /** All that says which files it checks: its own words and those of the commands that feed it. */
  readonly texts: readonly string[];
}

/** Bounds for the comparison of every check with every download. */
const MOST = 50;
const LONGEST = 2_000;

const PLAIN = grammar('-a --algorithm --status');
const SUMS = /^g?(sha(1|224|256|384|512)(sum)?|shasum|b2sum|b3sum|rhash)$/;

/** The checks of a script. MD5 and CRC do not count: a second file with the same sum can be made. */
export function verificationsOf(script: ShellScript, lookup: Lookup): readonly Verification[] {
  const readers = new Set(
    script.commands.flatMap(({ stdin, name }) => (stdin !== null && name === 'tee' ? [stdin] : [])),
  );
  return script.commands
    .filter((command) => verifies(command, readers))
    .slice(0, MOST)
    .map((command) => ({
      texts: [...textsOf(command, lookup), ...feeding(script, command).flatMap((feeder) => textsOf(feeder, lookup))],
    }));
}

function verifies({ name, words, stdout }: ShellCommand, logged: ReadonlySet<number>): boolean {
  if (name === null) return false;
  const read = readArguments(words.slice(1), PLAIN);
  const verb = read.operands[0]?.shown ?? '';
  if (SUMS.test(name)) {
    if (hasOption(read, '-c', '--check')) return true;
    // `test "$(sha256sum f | cut …)" = "$SUM"`: what it prints goes somewhere to be compared.
    return stdout !== null && !logged.has(stdout);
  }
  switch (name) {
    case 'gpg':
    case 'gpg2':
      return hasOption(read, '--verify');
    case 'gpgv':
    case 'gpgv2':
    case 'debsig-verify':
      return true;
    case 'cosign':
    case 'slsa-verifier':
    case 'notation':
      return verb.startsWith('verify');
    case 'gh':
      return verb === 'attestation' && read.operands[1]?.shown === 'verify';
    case 'minisign':
    case 'signify':
      return hasOption(read, '-V');
    case 'openssl':
      return words.some(({ shown }) => shown === '-verify' || shown === '-signature');
    case 'rpm':
      return hasOption(read, '-K', '--checksig');
    case 'jarsigner':
      return words.some(({ shown }) => shown === '-verify');
    case 'aria2c':
      return hasOption(read, '--checksum');
    default:
      return false;
  }
}

/** The commands that write into its standard input, one step back, and their words; a chain of filters is followed for a few. */
function feeding(script: ShellScript, command: ShellCommand): readonly ShellCommand[] {
  const found: ShellCommand[] = [];
  let { stdin } = command;
  for (let step = 0; step < 4 && stdin !== null; step++) {
    const writers: readonly ShellCommand[] = (script.pipes[stdin]?.writers ?? [])
      .slice(0, 8)
      .flatMap((index) => script.commands[index] ?? []);
    found.push(...writers);
    stdin = writers[0]?.stdin ?? null;
  }
  return found;
}

function textsOf({ words, redirects }: ShellCommand, lookup: Lookup): readonly string[] {
  const texts = [
    ...words.map((word) => spelled(word, lookup)),
    ...redirects.flatMap(({ body, target }) => body ?? (target === null ? [] : spelled(target, lookup))),
  ];
  return texts.slice(0, 20).map((text) => text.slice(0, LONGEST));
}
