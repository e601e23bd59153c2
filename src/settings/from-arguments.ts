import { Command, CommanderError, Option as Flag } from 'commander';
import { UsageError } from '../model/failure.ts';
import { HELP, helpText } from './help.ts';
import type { RawSettings } from './load.ts';
import { OPTION_KEYS, OPTIONS, type OptionKey, optionName } from './options.ts';
import { WAIVER_FLAGS, type WaiverFlags } from './waiver-flags.ts';

/** What the command line asks for. `text` is help or a version to print. */
export type Request =
  | { readonly command: 'check'; readonly raw: RawSettings }
  | { readonly command: 'explain'; readonly raw: RawSettings; readonly format: 'table' | 'json' }
  | { readonly command: 'fix'; readonly raw: RawSettings; readonly write: boolean; readonly unsafe: boolean }
  | { readonly command: 'rules'; readonly format: 'table' | 'json' }
  | { readonly command: 'init'; readonly raw: RawSettings; readonly force: boolean; readonly stdout: boolean }
  | { readonly command: 'waive'; readonly raw: RawSettings; readonly waiver: WaiverFlags }
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
    .configureHelp(HELP)
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined })
    .addHelpText('after', '\nExit codes: 0 pass, 1 the policy says no, 2 wrong usage or input, 3 could not verify.')
    .addHelpText(
      'after',
      'Options can also stand in the environment (IMAGE_GATE_FAIL_ON) and in .github/image-gate.yml.',
    );
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
  const fix = subcommand(program, 'fix').description('show what can be fixed in Dockerfiles, or write it');
  for (const key of FIX_KEYS) fix.addOption(flagOf(key));
  fix
    .option('--write', 'write the files instead of showing what would change')
    .option('--unsafe', 'also take edits that a program may not bear, such as a user of its own')
    .action(({ write = false, unsafe = false, ...values }: Given & { write?: boolean; unsafe?: boolean }) => {
      request = { command: 'fix', raw: rawOf(values), write, unsafe };
    });
  addWaive(program, (raw, waiver) => {
    request = { command: 'waive', raw, waiver };
  });
  subcommand(program, 'rules')
    .description('list the rules')
    .addOption(formatFlag())
    .action(({ format }: { format: 'table' | 'json' }) => {
      request = { command: 'rules', format };
    });
  const init = subcommand(program, 'init').description('write a policy and a workflow that fit the repository');
  for (const key of INIT_KEYS) init.addOption(flagOf(key));
  init
    .option('--force', 'replace files that are there')
    .option('--stdout', 'print the files instead of writing them')
    .action(({ force = false, stdout = false, ...values }: Given & { force?: boolean; stdout?: boolean }) => {
      request = { command: 'init', raw: rawOf(values), force, stdout };
    });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'text', text: printed.join('') };
    throw usage(
      error,
      program.commands.map((command) => command.name()).find((name) => name === argv[0]),
    );
  }
  return request ?? { command: 'text', text: program.helpInformation() };
}

type Given = Partial<Record<OptionKey, readonly string[] | true>>;

const INIT_KEYS: readonly OptionKey[] = ['workingDirectory', 'debug', 'quiet'];

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

/** What fixes depend on. */
const FIX_KEYS: readonly OptionKey[] = [
  'dockerfile',
  'target',
  'buildArg',
  'platform',
  'policy',
  'profile',
  'base',
  'resolveBases',
  'workingDirectory',
  'debug',
  'quiet',
];

/** What the file of a waiver depends on. */
const WAIVE_KEYS: readonly OptionKey[] = ['policy', 'workingDirectory', 'debug', 'quiet'];

function addWaive(program: Command, asked: (raw: RawSettings, waiver: WaiverFlags) => void): void {
  const command = subcommand(program, 'waive')
    .description('accept a finding for a time, in the policy file')
    .argument('<id>', 'id or alias of a rule, an advisory, a secret or a licence');
  for (const [name, [placeholder, words]] of Object.entries(WAIVER_FLAGS)) {
    command.addOption(new Flag(`--${name} ${placeholder}`, words));
  }
  for (const key of WAIVE_KEYS) command.addOption(flagOf(key));
  command.action((id: string, values: Record<string, string & (readonly string[] | true)>) => {
    const entries = Object.entries(values);
    const isOption = ([key]: readonly [string, unknown]): boolean => WAIVE_KEYS.some((known) => known === key);
    const flags = Object.fromEntries(entries.filter((entry) => !isOption(entry)));
    asked(rawOf(Object.fromEntries(entries.filter(isOption))), { id, ...flags });
  });
}

function rawOf(values: Given): RawSettings {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === true ? ['true'] : value]));
}

function formatFlag(): Flag {
  return new Flag('--format <table|json>', 'what to print (default: table)')
    .choices(['table', 'json'])
    .default('table');
}

function subcommand(program: Command, name: string): Command {
  return program.command(name).allowExcessArguments(false);
}

/** Every occurrence is kept as text: decoding is the loader's, with one wording for the action and the command line. */
function flagOf(key: OptionKey): Flag {
  const { kind, placeholder, group } = OPTIONS[key];
  const name = `--${optionName(key)}`;
  return new Flag(kind === 'boolean' ? `${name} [boolean]` : `${name} <${placeholder}>`, helpText(key))
    .argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .preset('true')
    .helpGroup(`${group}:`);
}

/** @param asked the name of the command, when it is one */
function usage(error: CommanderError, asked: string | undefined): UsageError {
  const advice = `Run \`image-gate ${asked === undefined ? '' : `${asked} `}--help\`.`;
  if (error.code === 'commander.help') return new UsageError('bad-arguments', 'No command is named.', advice);
  if (error.code === 'commander.excessArguments') {
    const [takes, how] =
      asked === 'waive'
        ? ['one id', 'What else it may be is given by flags.']
        : ['flags', 'Name an image with --image and a Dockerfile with --dockerfile.'];
    return new UsageError(
      'bad-arguments',
      `${asked ?? 'image-gate'} takes ${takes} and nothing else.`,
      `${how} ${advice}`,
    );
  }
  return new UsageError('bad-arguments', error.message.replace(/^error: /, '').replaceAll('\n', ' '), advice);
}
