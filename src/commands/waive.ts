import { resolve } from 'node:path';
import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import type { Waiver } from '../model/waiver.ts';
import { latestDay, WAIVER_DAYS } from '../policy/file/cross-checks.ts';
import { didYouMean } from '../policy/file/did-you-mean.ts';
import { POLICY_SCHEMA_URL } from '../policy/file/json-schema.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';
import { addWaiver, type WrittenWaiver } from '../policy/waivers/add-waiver.ts';
import { idKey } from '../policy/waivers/ids.ts';
import { RULES } from '../rules/index.ts';
import type { RawSettings } from '../settings/load.ts';
import { givenBy } from '../settings/precedence.ts';
import type { WaiverFlags } from '../settings/waiver-flags.ts';
import { DEFAULT_POLICY, readPolicyText } from './policy-file.ts';

/** Longer ones are no policies, and are not read. */
const LARGEST = 1024 * 1024;

/** For editors, in a file that is new. */
const FIRST_LINE = `# yaml-language-server: $schema=${POLICY_SCHEMA_URL}\n`;

/**
 * Adds a waiver to the policy file, which is made when there is none. The file stays as it is but for the addition, and
 * must be a good policy before and after. Resolves with what to print.
 * @throws UsageError `bad-policy`, `waive-reason`, `waive-expires`, `waiver-exists`, `waiver-by-hand`
 */
export async function waive(
  request: WaiverFlags,
  raw: RawSettings,
  host: Pick<Host, 'files' | 'env' | 'clock'>,
): Promise<string> {
  const { policy, workingDirectory } = givenBy(raw, (name) => host.env.get(name)).load();
  const file = policy ?? DEFAULT_POLICY;
  const path = resolve(workingDirectory, file);
  const stat = await host.files.stat(path);
  if (stat !== null && stat.kind !== 'file') throw noFile(file);
  const before = stat === null ? FIRST_LINE : await host.files.readText(path, LARGEST);
  const policyBefore = stat === null ? null : await readPolicyText(before, file, host);
  const waiver = written(request, policyBefore?.waiverDays ?? WAIVER_DAYS, host.clock.now());
  refuseSame(waiver, policyBefore?.waivers ?? [], file);
  const after = addWaiver(before, waiver);
  const added = await checked(after, file, policyBefore, waiver, host);
  await host.files.writeText(path, after);
  const { startLine, endLine } = added.location;
  const shown = after.split(/\r?\n/).slice(startLine - 1, endLine);
  const told = [`${stat === null ? 'Made' : 'Added to'} ${file}, line ${startLine}:`, '', ...shown, ''];
  return [...told, ...slip(waiver.id)].join('\n');
}

/** An id may be of anything that a scanner knows, so one that is nearly a rule's is asked about, not refused. */
function slip(id: string): readonly string[] {
  const known = RULES.flatMap((rule) => [rule.id, ...rule.aliases]);
  const meant = known.map(idKey).includes(idKey(id))
    ? null
    : didYouMean(
        id,
        RULES.map((rule) => rule.id),
      );
  return meant === null ? [] : [`No rule is called ${id}; did you mean ${meant}? Then correct the line.`, ''];
}

function written({ id, ...rest }: WaiverFlags, days: number, now: Date): WrittenWaiver {
  const today = now.toISOString().slice(0, 10);
  const latest = latestDay(today, days);
  const { reason = '', expires = '' } = rest;
  if (reason.trim() === '') {
    throw new UsageError('waive-reason', 'A waiver needs a reason.', 'Say why it is accepted: --reason "…".');
  }
  if (expires.trim() === '') {
    throw new UsageError(
      'waive-expires',
      'A waiver needs a last day.',
      `Give --expires with a date until ${latest} (${days} days ahead at the most).`,
    );
  }
  // The text is compared only where it is a date; what else it may be, the reader of the policy tells.
  if (/^\d{4}-\d{2}-\d{2}$/.test(expires.trim()) && expires.trim() < today) {
    throw new UsageError(
      'waive-expires',
      `The last day of the waiver, ${expires.trim()}, is over: it would accept nothing.`,
      `Give --expires with a date from ${today} until ${latest}.`,
    );
  }
  // In the order in which people read them.
  return {
    id: id.trim(),
    ...given('image', rest.image),
    ...given('package', rest.package),
    ...given('path', rest.path),
    ...given('origin', rest.origin),
    reason: reason.trim(),
    ...given('owner', rest.owner),
    expires: expires.trim(),
  };
}

function given<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  const text = value?.trim() ?? '';
  return text === '' ? {} : ({ [key]: text } as { readonly [K in Key]?: string });
}

/** Two waivers of the same would hide that one of them ends. */
function refuseSame(waiver: WrittenWaiver, waivers: readonly Waiver[], file: string): void {
  const same = waivers.find(
    (other) =>
      other.ids.map(idKey).includes(idKey(waiver.id)) &&
      isOnly(other.images, waiver.image) &&
      isOnly(other.packages, waiver.package) &&
      isOnly(other.paths, waiver.path) &&
      other.origin === (waiver.origin ?? null),
  );
  if (same === undefined) return;
  throw new UsageError(
    'waiver-exists',
    `${file}:${same.location.startLine}: ${waiver.id} is waived there already, until ${same.expires}.`,
    'Change that waiver instead: its date, and the reason for it.',
  );
}

function isOnly(texts: readonly string[], text: string | undefined): boolean {
  return text === undefined ? texts.length === 0 : texts.length === 1 && texts[0] === text;
}

/** The added waiver as it counts; the file must say what it said before, and the waiver, and nothing else. */
async function checked(
  after: string,
  file: string,
  before: PolicyFile | null,
  waiver: WrittenWaiver,
  host: Pick<Host, 'clock'>,
): Promise<Waiver> {
  const policy = await readPolicyText(after, file, host);
  const added = policy.waivers.at(-1);
  const others = policy.waivers.slice(0, -1);
  const same = before === null ? others.length === 0 : told({ ...policy, waivers: others }) === told(before);
  if (added === undefined || !same || added.ids.join() !== waiver.id || added.reason !== waiver.reason) {
    throw new UsageError(
      'waiver-by-hand',
      `No waiver can be added to ${file} without changing what else it says.`,
      'Add it by hand to the list `waivers`.',
    );
  }
  return added;
}

/** All that a policy says, without the lines on which it says so. */
function told(policy: PolicyFile): string {
  return JSON.stringify(policy, (key, value: unknown) => (key === 'location' || key === 'line' ? null : value));
}

function noFile(file: string): UsageError {
  return new UsageError('no-policy', `The policy is no file: ${file}.`, 'Check --policy.');
}
