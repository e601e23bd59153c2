import { copySources } from '../dockerfile/copy-sources.ts';
import { expandAt } from '../dockerfile/expand-at.ts';
import { type IgnoreRules, isIgnored, readIgnoreFile, readIgnoreRules } from '../dockerfile/ignore-file.ts';
import { cleanPath } from '../dockerfile/paths.ts';
import { finalChain, reachableStages, stageName } from '../dockerfile/stage-chain.ts';
import type { DockerfileEvidence, Instruction, Stage } from '../model/dockerfile.ts';
import type { RepositoryEvidence } from '../model/repository.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';

const FIX =
  'Copy the folders that are needed (`COPY src ./src`), or keep the rest out with a `.dockerignore`: `.git`, `.env*`, `node_modules`.';
const IGNORES = '.git\n.env*\n**/node_modules\n';

export const copyContextBroad: Rule = {
  id: 'copy-context-broad',
  title: 'The whole context is copied only behind an ignore file',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: '`COPY . .` takes whatever lies in the folder on the day of the build: the credentials in `.git/config`, the `.env` of a developer. A clean checkout in CI does not show it.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'behind an ignore file',
        dockerfile: 'FROM scratch\nCOPY . /app\n',
        repository: { context: '', ignoreFile: { file: '.dockerignore', text: IGNORES } },
      },
      {
        title: 'only what is needed',
        dockerfile: 'FROM scratch\nCOPY src ./src\nCOPY package*.json ./\n',
        repository: { context: '' },
      },
      { title: 'from another stage', dockerfile: 'FROM scratch AS build\nFROM scratch\nCOPY --from=build . /app\n' },
      {
        title: 'with the rest excluded',
        dockerfile: 'FROM scratch\nCOPY --exclude=.git --exclude=.env* --exclude=node_modules . /app\n',
        repository: { context: '' },
      },
    ],
    bad: [
      { title: 'without an ignore file', dockerfile: 'FROM node:24-slim\nCOPY . /app\n', repository: { context: '' } },
      {
        title: 'behind one that forgets something',
        dockerfile: 'FROM node:24-slim\nADD ./ /app\n',
        repository: { context: '', ignoreFile: { file: '.dockerignore', text: 'node_modules\n.git\n' } },
      },
      {
        title: 'in a builder',
        dockerfile: 'FROM node:24 AS build\nCOPY * /src/\nFROM scratch\nCOPY --from=build /src/dist /app\n',
        repository: { context: '' },
      },
    ],
  },
  judge({ dockerfile, repository }) {
    if (dockerfile === null) return unknown('Without the Dockerfile nothing tells what was copied.');
    const final = new Set(finalChain(dockerfile));
    const broad = reachableStages(dockerfile).map((stage) => ({ stage, ...broadCopies(dockerfile, stage) }));
    if (broad.every(({ copies }) => copies.length === 0)) {
      const open = broad.find((stage) => stage.open !== null)?.open ?? null;
      return open === null
        ? pass('No instruction copies the whole context.')
        : unknown(`${open} has variables without a value here.`);
    }
    const rules = rulesOf(repository);
    if (typeof rules === 'string') return unknown(rules);
    const faults: Fault[] = [];
    let undecided = false;
    for (const { stage, copies } of broad) {
      const leaks = copies.map((copy) => ({ copy, ...leakOf(dockerfile, stage, copy, rules) }));
      const place = `context:${stageName(dockerfile, stage)}`;
      const [first, ...more] = leaks.filter(({ paths }) => paths.length > 0);
      if (first !== undefined) faults.push(faultOf(first, more, rules, { place, builder: !final.has(stage) }));
      undecided ||= leaks.some(({ open }) => open);
    }
    if (faults.length > 0) return fail(faults);
    return undecided
      ? unknown(
          'Whether the ignore file keeps out all that it should depends on the build context, which is not known.',
        )
      : pass('The whole context is copied, and an ignore file keeps credentials and the history out.');
  },
};

/** What lies in many working copies and never belongs into an image. */
interface Probe {
  readonly path: string;
  readonly shown: string;
  /** Whether it is about credentials; the others only cost room. */
  readonly secret: boolean;
  /** False where it depends on a context that is not known. */
  readonly certain: boolean;
}

interface Known {
  readonly rules: IgnoreRules;
  readonly file: string | null;
  readonly probes: readonly Probe[];
}

/** The rules that hold for this build, or why they are not known. */
function rulesOf(repository: RepositoryEvidence | null): Known | string {
  if (repository === null) return 'The whole context is copied, and its ignore file was not looked at.';
  const { context, ignoreFile, unreadable } = repository;
  const failed = unreadable.find((path) => path.endsWith('.dockerignore'));
  if (failed !== undefined) return `${failed} could not be read.`;
  if (context === null && ignoreFile === null) {
    return 'The whole context is copied, but which folder the build gets as its context is not known, so its ignore file is not either.';
  }
  const rules = ignoreFile === null ? [] : readIgnoreFile(ignoreFile.text);
  if (rules === null) return `${ignoreFile?.file ?? 'The ignore file'} has a pattern that cannot be judged.`;
  return { rules, file: ignoreFile?.file ?? null, probes: probesOf(repository) };
}

function probesOf({ context, prefix, files }: RepositoryEvidence): Probe[] {
  const manifest = context === '' || context === null ? 'package.json' : `${context}/package.json`;
  const node = files?.includes(manifest) === true;
  const git = context === '' && (prefix === '' || prefix === null);
  const probe = (path: string, shown: string, secret: boolean, certain = true): Probe => ({
    path,
    shown,
    secret,
    certain,
  });
  return [
    ...(git || context === null ? [probe('.git/config', '.git', true, git)] : []),
    probe('.env', '.env', true),
    ...(node ? [probe('.env.local', '.env.local', true), probe('node_modules/x', 'node_modules', false)] : []),
  ];
}

interface Copies {
  readonly copies: readonly Instruction[];
  /** The first instruction whose sources hang on variables without a value. */
  readonly open: string | null;
}

/** COPY and ADD of the context as a whole. */
function broadCopies(dockerfile: DockerfileEvidence, stage: Stage): Copies {
  let open: string | null = null;
  const copies = stage.instructions.filter((instruction) => {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
    if (instruction.flags.some(({ name }) => name === 'from')) return false;
    return copySources(instruction).some((word) => {
      const path = expandAt(dockerfile, stage, instruction, word);
      if (path === null && /^\.?\/?\$/.test(word)) open ??= `${instruction.keyword} ${word.slice(0, 80)}`;
      return path !== null && ['/', '/*', '/**'].includes(cleanPath(`/${path}`));
    });
  });
  return { copies, open };
}

interface Leak {
  readonly copy: Instruction;
  readonly paths: readonly Probe[];
}

function leakOf(
  dockerfile: DockerfileEvidence,
  stage: Stage,
  copy: Instruction,
  { rules, probes }: Known,
): { readonly paths: readonly Probe[]; readonly open: boolean } {
  const flags = copy.flags.filter(({ name }) => name === 'exclude');
  const words = flags.map(({ value }) => expandAt(dockerfile, stage, copy, value));
  const excluded = words.every((word) => word !== null) ? readIgnoreRules(words) : null;
  if (excluded === null) return { paths: [], open: true };
  const left = probes.filter(({ path }) => !isIgnored(rules, path) && !isIgnored(excluded, path));
  return { paths: left.filter(({ certain }) => certain), open: left.some(({ certain }) => !certain) };
}

function faultOf(
  { copy, paths }: Leak,
  more: readonly Leak[],
  { file }: Known,
  { place, builder }: { readonly place: string; readonly builder: boolean },
): Fault {
  const names = paths.map(({ shown }) => shown).join(', ');
  const why = file === null ? `no ignore file keeps out ${names}` : `${file} does not keep out ${names}`;
  const related = more.slice(0, 20).map(({ copy: { location } }) => ({ location, message: 'copied here too' }));
  const rules =
    file === null ? [] : [{ location: { file, startLine: 1, endLine: 1 }, message: 'the ignore file of this build' }];
  return {
    message: `${copy.keyword} takes the whole build context, and ${why}.`,
    fix: FIX,
    location: copy.location,
    related: [...related, ...rules],
    place,
    severity: builder || paths.every(({ secret }) => !secret) ? 'low' : null,
  };
}
