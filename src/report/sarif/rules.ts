import type { ReportingDescriptor } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import { worst } from '../../model/severity.ts';
import { compareText } from '../../model/text-order.ts';
import { plain } from '../text/plain.ts';
import { webAddress } from '../text/web-address.ts';
import { fullStop } from '../text/words.ts';
import { helpOf } from './help.ts';
import { DESCRIPTION_LENGTH, NAME_LENGTH, TAGS_PER_RULE } from './limits.ts';
import type { RuleFacts } from './options.ts';
import { ruleId } from './results.ts';
import { KIND_TAGS, LEVELS, NAME_ENDINGS, PRECISIONS, SECURITY_SEVERITIES } from './severity.ts';

/** One rule or advisory, described for all its results of a run: its severity is the highest of theirs. */
export function toRule(
  findings: readonly [Finding, ...Finding[]],
  facts: RuleFacts | undefined,
  home: string,
): ReportingDescriptor {
  const [first] = findings;
  const severity = worst(findings.map((finding) => finding.severity));
  const title = plain(facts?.title ?? first.title, NAME_LENGTH) || ruleId(first);
  // An advisory's message tells of one package; its description must be the same whichever comes first.
  const why = plain(facts?.why ?? first.title, DESCRIPTION_LENGTH) || title;
  return {
    id: ruleId(first),
    name: nameOf(first),
    shortDescription: { text: shortText(first, title) },
    fullDescription: { text: fullStop(why) },
    help: helpOf(findings, facts),
    helpUri: webAddress(facts?.helpUri ?? first.url ?? home) ?? home,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      'security-severity': SECURITY_SEVERITIES[severity],
      precision: PRECISIONS[first.kind],
      tags: tagsOf(findings),
    },
  };
}

/** Alerts are listed by this text, so an advisory's has to begin with its id. */
function shortText(finding: Finding, title: string): string {
  const text = finding.kind === 'rule' || title === ruleId(finding) ? title : `${ruleId(finding)}: ${title}`;
  return fullStop(plain(text, NAME_LENGTH));
}

function tagsOf(findings: readonly Finding[]): string[] {
  const kinds = findings.map(({ kind }) => KIND_TAGS[kind]);
  const origins = findings.flatMap(({ origin }) => (origin === null ? [] : [`origin/${origin}`]));
  const cwes = findings.flatMap((finding) => finding.cwes.flatMap(cweTag));
  const sorted = (tags: readonly string[]): readonly string[] => [...new Set(tags)].sort(compareText);
  // Without `security` GitHub shows no security severity. Of many weaknesses some are left out, of the others nothing.
  return ['security', 'container', ...sorted([...kinds, ...origins]), ...sorted(cwes)].slice(0, TAGS_PER_RULE);
}

/** `CWE-79` as GitHub writes it, `external/cwe/cwe-079`: by such tags its alerts are filtered. */
function cweTag(cwe: string): readonly string[] {
  const [, digits] = /^CWE-(\d{1,6})$/iu.exec(cwe) ?? [];
  return digits === undefined ? [] : [`external/cwe/cwe-${String(Number(digits)).padStart(3, '0')}`];
}

/** `user-non-root` becomes `UserNonRoot`; SARIF wants a name to say more than the id, so `MIT` becomes `MITLicense`. */
function nameOf(finding: Finding): string {
  const words = ruleId(finding).split(/[^\p{L}\p{N}]+/u);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return name.toLowerCase() === ruleId(finding).toLowerCase() || name === '' ? name + NAME_ENDINGS[finding.kind] : name;
}
