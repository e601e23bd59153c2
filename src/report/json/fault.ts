import type { Fault, Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { Report } from './schema.ts';

type ReportSubject = Report['subjects'][number];
type ReportFinding = ReportSubject['findings'][number];

/** A finding, field by field: what a model object carries besides never gets out. */
export function toFinding(finding: Finding): ReportFinding {
  const { id, kind, severity, ...rest } = toFault(finding);
  return {
    id,
    kind,
    severity,
    status: finding.status,
    reason: finding.reason,
    change: finding.change,
    ...rest,
    waiver: finding.waiver === null ? null : toWaiver(finding.waiver),
    deadline: finding.deadline,
  };
}

/** What was found, before it is judged. */
export function toFault(fault: Fault): ReportSubject['fixed'][number] {
  const { image } = fault;
  return {
    id: fault.id,
    kind: fault.kind,
    severity: fault.severity,
    title: fault.title,
    message: fault.message,
    fix: fault.fix,
    url: fault.url,
    location: fault.location === null ? null : toLocation(fault.location),
    related: fault.related.map(({ location, message }) => ({ location: toLocation(location), message })),
    image:
      image === null
        ? null
        : {
            layer: image.layer,
            path: image.path,
            package: image.package,
            purl: image.purl,
            installed: image.installed,
            fixed: image.fixed,
          },
    origin: fault.origin,
    fingerprint: fault.fingerprint,
    aliases: [...fault.aliases],
    fixable: fault.fixable,
    published: fault.published,
    cwes: [...fault.cwes],
    edits: fault.edits.map(({ file, startLine, startColumn, endLine, endColumn, text }) => ({
      file,
      startLine,
      startColumn,
      endLine,
      endColumn,
      text,
    })),
  };
}

function toWaiver({ ids, reason, owner, expires, source, location }: Waiver): NonNullable<ReportFinding['waiver']> {
  return { ids: [...ids], reason, owner, expires, source, location: toLocation(location) };
}

/** Lines of a file, and nothing else. */
export function toLocation({ file, startLine, endLine }: Location): Location {
  return { file, startLine, endLine };
}
