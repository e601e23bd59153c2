/**
 * Makes all outputs of one verdict and ends: what they take is measured in a process of their own (bench/report.ts).
 * Usage: report-process FOLDER FINDINGS
 */
import { join } from 'node:path';
import { manyFindings, verdictOf } from '../__tests__/support/verdicts.ts';
import { commentOf, render, sarifUploadsOf, summaryOf, writeReports } from '../src/commands/write-reports.ts';
import { createNodeFiles } from '../src/host/node-files.ts';
import { selectAnnotations } from '../src/report/annotations.ts';
import { loadSettings } from '../src/settings/load.ts';

const SUBJECTS = 6;
const [folder = '.', findings = '0'] = process.argv.slice(2);
const settings = { ...loadSettings({}), workingDirectory: folder, comment: 'always' as const };
const verdict = verdictOf(
  Array.from({ length: SUBJECTS }, (_item, index) => {
    const subject = manyFindings(Number(findings) / SUBJECTS);
    return { ...subject, subject: { ...subject.subject, name: `server-${index}` } };
  }),
);

const start = performance.now();
const files = createNodeFiles(() => Promise.reject(new Error('needs no temporary folder')));
await writeReports(verdict, settings, join(folder, 'reports'), files, 'https://github.com/acme/servers/blob/0123abc/');
const summary = summaryOf(verdict, 'https://github.com/acme/servers/blob/0123abc/');
const annotations = selectAnnotations(verdict);
const comment = commentOf(verdict, settings, null);
let uploads = 0;
for (const file of sarifUploadsOf(verdict, settings).files) uploads += file.length;
const table = [...render(verdict, settings, { width: 120, color: false })].join('');
console.log(
  JSON.stringify({
    ms: performance.now() - start,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    made: [summary.length, annotations.length, comment.body.length, uploads, table.length],
  }),
);
