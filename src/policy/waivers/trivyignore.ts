import type { Waiver } from '../../model/waiver.ts';
import { lastDayBefore } from './expiry.ts';
import { badWaivers, NO_REASON, quoted, reasonOf } from './ignored-text.ts';

/**
 * Reads a `.trivyignore` as Trivy 0.74 does (pkg/result/ignore.go): one id a line, `exp:YYYY-MM-DD` after it, for
 * findings of any kind. The reason is the comment at the end of the line, else the comment right above, which also counts
 * for the ids that follow it without a gap.
 * @throws UsageError `bad-waivers` for an `exp:` that is no date, which Trivy passes over with a warning.
 */
export function readTrivyIgnore(text: string, file: string): readonly Waiver[] {
  const waivers: Waiver[] = [];
  let comment: string[] = [];
  let isCommentOpen = false;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.trim();
    if (line === '') {
      comment = [];
    } else if (line.startsWith('#')) {
      if (!isCommentOpen) comment = [];
      comment.push(line.replace(/^#+/, ''));
    } else {
      waivers.push(waiverOf(line, index + 1, comment.join(' '), file));
    }
    isCommentOpen = line.startsWith('#');
  }
  return waivers;
}

function waiverOf(line: string, number: number, above: string, file: string): Waiver {
  const [id = '', ...fields] = line.split(/\s+/);
  // Trivy looks for it in all the rest of the line, comment or not.
  const exp = fields.find((field) => field.startsWith('exp:'))?.slice('exp:'.length) ?? null;
  const expires = exp !== null && /^\d{4}-\d{2}-\d{2}$/.test(exp) ? lastDayBefore(exp) : null;
  if (exp !== null && expires === null) {
    throw badWaivers(file, number, `${quoted(exp)} is no date; write exp: with a date such as exp:2027-01-31`);
  }
  const hash = line.indexOf('#', id.length);
  const beside = hash < 0 ? NO_REASON : reasonOf(line.slice(hash).replace(/^#+/, ''));
  return {
    ids: [id],
    images: [],
    packages: [],
    paths: [],
    origin: null,
    reason: beside === NO_REASON ? reasonOf(above) : beside,
    owner: null,
    expires,
    source: 'trivyignore',
    location: { file, startLine: number, endLine: number },
  };
}
