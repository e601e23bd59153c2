import { Command, CommanderError, Option as Flag } from 'commander';
import { UsageError } from '../model/failure.ts';
import type { RawSettings } from './load.ts';
import { OPTION_KEYS, OPTIONS, type OptionKey, optionName } from './options.ts';

/** What the command line asks for. `text` is help or a version to print. */
export type Request =
  | { readonly command: 'check'; readonly raw: RawSettings }
  | { readonly command: 'explain'; readonly raw: RawSettings; readonly format: 'table' | 'json' }
  | { readonly command: 'rules'; readonly format: 'table' | 'json' }
  | { readonly command: 'text'; readonly text: string };

/** @throws UsageError `bad-arguments` for unknown commands and options. */
export function parseArguments(argv: readonly string[], version: string): Request {
  const printed: string[] = [];
  let request: Request | null = null;
  const program = new Command('image-gate')
    .description(
      'One gate for container images: what the Dockerfile says, what the image is, and what Trivy finds in it.',
    )
    .version(version, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined })
    .addHelpText('after', '\nExit codes: 0 pass, 1 the policy says no, 2 wrong usage or input, 3 could not verify.');
  const check = subcommand(program, 'check').description('judge images and Dockerfiles');
  for (const key of OPTION_KEYS) if (OPTIONS[key].where !== 'action') check.addOption(flagOf(key));
  check.action((values: Given) => {
    request = { command: 'check', raw: rawOf(values) };
  });
  const explain = subcommand(program, 'explain').description('show effective configs, and where each value comes from');
  for (const key of EXPLAIN_KEYS) explain.addOption(flagOf(key));
  explain.addOption(formatFlag()).action(({ format, ...values }: Given & { format: 'table' | 'json' }) => {
    request = { command: 'explain', raw: rawOf(values), format };
  });
  subcommand(program, 'rules')
    .description('list the rules')
    .addOption(formatFlag())
    .action(({ format }: { format: 'table' | 'json' }) => {
      request = { command: 'rules', format };
    });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'text', text: printed.join('') };
    throw usage(error, printed.join(''));
  }
  return request ?? { command: 'text', text: program.helpInformation() };
}

type Given = Partial<Record<OptionKey, readonly string[] | true>>;

/** What an explanation depends on. */
const EXPLAIN_KEYS: readonly OptionKey[] = [
  'image',
  'dockerfile',
  'target',
  'buildArg',
  'platform',
  'policy',
  'base',
  'resolveBases',
  'workingDirectory',
  'debug',
  'quiet',
];

function rawOf(values: Given): RawSettings {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === true ? ['true'] : value]));
}

function formatFlag(): Flag {
  return new Flag('--format <format>', 'what to print').choices(['table', 'json']).default('table');
}

function subcommand(program: Command, name: string): Command {
  return program.command(name).allowExcessArguments(false);
}

/** Every occurrence is kept as text: decoding is the loader's, with one wording for the action and the command line. */
function flagOf(key: OptionKey): Flag {
  const { kind, placeholder, description, defaultText } = OPTIONS[key];
  const name = `--${optionName(key)}`;
  const plain = description.replaceAll('`', '');
  const shown =
    defaultText === '' || kind === 'boolean' ? plain : `${plain} (default: ${defaultText.replaceAll('`', '')})`;
  const flag = new Flag(kind === 'boolean' ? `${name} [boolean]` : `${name} <${placeholder}>`, shown);
  return flag
    .argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .preset('true');
}

function usage(error: CommanderError, printed: string): UsageError {
  const message =
    error.code === 'commander.help'
      ? 'No command is named.'
      : error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  const advice = printed === '' ? 'Run `image-gate --help`, or `image-gate check --help`.' : 'Run `image-gate --help`.';
  return new UsageError('bad-arguments', message, advice);
}
