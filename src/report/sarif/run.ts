import type { PhysicalLocation, Run } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import type { SubjectVerdict, Verdict } from '../../model/verdict.ts';
import { type JsonNode, valueEntries, valueNodes } from '../json/stream.ts';
import { compareFindings } from '../order.ts';
import { plain } from '../text/plain.ts';
import type { ToolFacts } from '../tool-facts.ts';
import { leftOutNotifications, problemNotification, toInvocation } from './invocation.ts';
import { RESULTS_PER_RUN } from './limits.ts';
import { physicalLocation, SOURCE_ROOT } from './locations.ts';
import type { SarifOptions } from './options.ts';
import { type ResultContext, ruleId, toResult } from './results.ts';
import { toRule } from './rules.ts';
import { toTool } from './tool.ts';

/** What all runs of a file share. */
export interface RunContext {
  readonly verdict: Verdict;
  readonly tool: ToolFacts;
  readonly options: SarifOptions;
}

/** Whether all that was asked of a subject could be verified. Only then are missing results good news. */
export function verified(subject: SubjectVerdict, verdict: Verdict): boolean {
  return subject.verdict !== 'error' && subject.errors.length === 0 && verdict.errors.length === 0;
}

/** One subject as a run: the worst results up to `limit`, and a word about each that is left out. */
export function toRun(subject: SubjectVerdict, id: string, context: RunContext, limit = RESULTS_PER_RUN): JsonNode {
  const { verdict, tool, options } = context;
  const { placed, placeless } = withPlace(subject.findings, options);
  const kept = placed.slice(0, limit);
  const groups = groupByRule(kept.map(({ finding }) => finding));
  const rules = valueNodes(groups, ([key, group]) => toRule(group, options.ruleFacts.get(key), tool.informationUri));
  const notifications = [
    ...[...verdict.errors, ...subject.errors].map(problemNotification),
    ...leftOutNotifications(placeless, placed.length - kept.length, limit),
  ];
  const facts: Omit<Run, 'tool' | 'results' | 'properties'> = {
    automationDetails: { id },
    invocations: [toInvocation(verified(subject, verdict), verdict.startedAt, notifications)],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
  };
  return {
    entries: [
      ['tool', toTool(tool, verdict.scanner, rules)],
      ...valueEntries(facts),
      ['results', { items: resultNodes(kept, [...groups.keys()], subject, options) }],
      ['properties', { value: imageProperties(subject) }],
    ],
  };
}

function* resultNodes(
  kept: readonly Placed[],
  ruleIds: readonly string[],
  subject: SubjectVerdict,
  { repositoryFiles }: SarifOptions,
): Generator<JsonNode> {
  const indexes = new Map(ruleIds.map((key, index) => [key, index]));
  const context: ResultContext = {
    subject,
    repositoryFiles,
    hasStates: kept.every(({ finding }) => finding.change !== null),
    hasSuppressions: kept.some(({ finding }) => finding.waiver !== null),
  };
  for (const { finding, location } of kept) {
    yield { value: toResult(finding, location, indexes.get(ruleId(finding)) ?? -1, context) };
  }
}

interface Placed {
  readonly finding: Finding;
  readonly location: PhysicalLocation;
}

/** The findings that GitHub can show, worst first, and how many it would refuse together with the whole file. */
function withPlace(findings: readonly Finding[], { repositoryFiles }: SarifOptions) {
  const placed = [...findings].sort(compareFindings).flatMap((finding): Placed[] => {
    const location = finding.location === null ? null : physicalLocation(finding.location, repositoryFiles);
    return location === null ? [] : [{ finding, location }];
  });
  return { placed, placeless: findings.length - placed.length };
}

function groupByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly [Finding, ...Finding[]]> {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(ruleId(finding));
    if (group === undefined) groups.set(ruleId(finding), [finding]);
    else group.push(finding);
  }
  return groups;
}

/** The run of a verdict without any subject: it says why. */
export function emptyRun(id: string, { verdict, tool }: RunContext): JsonNode {
  const notifications = verdict.errors.map(problemNotification);
  const facts: Omit<Run, 'tool'> = {
    automationDetails: { id },
    invocations: [toInvocation(verdict.verdict !== 'error', verdict.startedAt, notifications)],
    columnKind: 'utf16CodeUnits',
    results: [],
  };
  return { entries: [['tool', toTool(tool, verdict.scanner, [])], ...valueEntries(facts)] };
}

function imageProperties({ subject, verdict, image, os }: SubjectVerdict): Run['properties'] {
  return {
    subject: plain(subject.name, 200),
    verdict,
    image: image === null ? null : plain(image.reference, 500),
    imageId: image === null ? null : plain(image.imageId, 80),
    imageDigest: image?.digest == null ? null : plain(image.digest, 80),
    platform: image === null ? null : plain(image.platform, 60),
    os: os === null ? null : plain(`${os.family} ${os.name}`, 120),
  };
}
