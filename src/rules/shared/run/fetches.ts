import {
  type CommandArguments,
  grammar,
  hasOption,
  optionValue,
  readArguments,
} from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand, ShellWord } from '../../../dockerfile/shell/script.ts';
import { hostOf, type Lookup, lastPart, spelled } from './words.ts';

/** A command that gets something from the network. */
export interface Fetch {
  readonly command: ShellCommand;
  /** Such as `curl`. */
  readonly program: string;
  /** For messages. */
  readonly host: string | null;
  readonly arguments: CommandArguments;
  /** Names of the files that it writes, without folders. */
  readonly files: readonly string[];
  readonly toOutput: boolean;
  /** The file gets a name that only the running shell or the server knows. */
  readonly unnamed: boolean;
}

/** Options with a value (curl 8.15, wget 1.25, aria2 1.37). */
export const CURL = grammar(
  `-A -b -c -C -d -D -e -E -F -H -K -m -o -P -Q -r -t -T -u -U -w -x -X -y -Y -z
  --output --output-dir --user-agent --header --data --data-raw --data-binary --data-urlencode --form --form-string
  --request --user --proxy --proxy-user --proxy-header --max-time --connect-timeout --retry --retry-delay --retry-max-time
  --cacert --capath --cert --key --pass --cookie --cookie-jar --referer --range --config --write-out --proto
  --proto-default --proto-redir --tls-max --ciphers --tls13-ciphers --resolve --connect-to --interface --limit-rate
  --max-redirs --max-filesize --dump-header --url --url-query --upload-file --noproxy --oauth2-bearer --aws-sigv4
  --netrc-file --pinnedpubkey --speed-limit --speed-time --time-cond --stderr --trace --trace-ascii --dns-servers
  --unix-socket --parallel-max --rate --json --socks5 --socks5-hostname --preproxy --keepalive-time --etag-save
  --etag-compare --create-file-mode --variable --cert-type --key-type`.replaceAll(/\s+/g, ' '),
);
export const WGET = grammar(
  `-a -o -e -i -B -t -O -T -w -Q -P -U -l -A -R -D -I -X
  --output-document --output-file --append-output --execute --input-file --tries --timeout --wait --waitretry
  --directory-prefix --user-agent --header --post-data --post-file --user --password --http-user --http-password
  --referer --ca-certificate --ca-directory --certificate --private-key --read-timeout --dns-timeout --connect-timeout
  --limit-rate --quota --level --accept --reject --domains --secure-protocol --load-cookies --save-cookies --base
  --method --body-data --config --max-redirect --progress`.replaceAll(/\s+/g, ' '),
);
const ARIA2 = grammar(
  '-o -d -x -s -k -j -i -l --out --dir --checksum --input-file --split --max-connection-per-server',
);

/** Null for a command that fetches nothing, or only from this machine. */
export function fetchOf(command: ShellCommand, lookup: Lookup): Fetch | null {
  const program = command.name;
  if (program !== 'curl' && program !== 'wget' && program !== 'wget2' && program !== 'aria2c') return null;
  const read = readArguments(command.words.slice(1), program === 'curl' ? CURL : program === 'aria2c' ? ARIA2 : WGET);
  const named = optionValue(read, '--url');
  const addresses = [...read.operands, ...(named === null ? [] : [named])].map((word) => spelled(word, lookup));
  const lists = hasOption(read, '-i', '--input-file') || (program === 'curl' && hasOption(read, '-K', '--config'));
  if ((addresses.length === 0 && !lists) || (addresses.length > 0 && addresses.every(isLocal))) return null;
  const redirected = outputFile(command);
  const target = program === 'curl' ? curlTarget(read, addresses) : wgetTarget(read, addresses, program);
  const files = (target.output && redirected !== null ? [redirected] : target.files).map((file) =>
    lastPart(typeof file === 'string' ? file : spelled(file, lookup)),
  );
  return {
    command,
    program,
    host: addresses.map(hostOf).find((host) => host !== null) ?? null,
    arguments: read,
    files: files.filter((file) => !isOpaque(file)),
    toOutput: target.output && redirected === null,
    unnamed: lists || files.some(isOpaque) || (program === 'curl' && hasOption(read, '-J', '--remote-header-name')),
  };
}

interface Target {
  readonly files: readonly (string | ShellWord)[];
  readonly output: boolean;
}

function curlTarget(read: CommandArguments, addresses: readonly string[]): Target {
  const outputs = read.options.flatMap(({ name, value }) =>
    (name === '-o' || name === '--output') && value !== null ? [value] : [],
  );
  const files = outputs.filter(({ shown }) => shown !== '-' && shown !== '/dev/stdout' && shown !== '/dev/null');
  const remote = hasOption(read, '-O', '--remote-name', '--remote-name-all');
  return {
    files: [...files, ...(remote ? addresses.map(lastPart) : [])],
    output: !remote && files.length === 0 && !outputs.some(({ shown }) => shown === '/dev/null'),
  };
}

function wgetTarget(read: CommandArguments, addresses: readonly string[], program: string): Target {
  const value = program === 'aria2c' ? optionValue(read, '-o', '--out') : optionValue(read, '-O', '--output-document');
  if (value === null) return { files: addresses.map(lastPart), output: false };
  if (value.shown === '-' || value.shown === '/dev/stdout') return { files: [], output: true };
  return { files: value.shown === '/dev/null' ? [] : [value], output: false };
}

/** The file that takes the standard output of a command. */
export function outputFile(command: ShellCommand): ShellWord | null {
  const redirect = command.redirects.findLast(
    ({ operator, descriptor }) => /^(>|>>|>\||&>|&>>)$/.test(operator) && (descriptor === null || descriptor === 1),
  );
  return redirect?.target ?? null;
}

function isLocal(address: string): boolean {
  return /^file:|^([a-z]+:\/\/)?(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)([:/]|$)/i.test(address);
}

/** Nothing of the name is plain text. */
function isOpaque(name: string): boolean {
  return name === '' || /^(\$\w+|\$\(.*\)|\$\{.*\}|`.*`)$/s.test(name);
}
