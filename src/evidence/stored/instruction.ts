import type { HistoryEntry } from '../../model/image.ts';

/** Of docs.docker.com/reference/dockerfile: those that leave an entry. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'ONBUILD'],
  ...['RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]);

/**
 * The keyword of a history entry, and nothing of what follows it: that may be a credential. '' when there is none that is
 * known. BuildKit writes the instruction, the legacy builder a shell's call, with `#(nop)` for all but RUN.
 */
export function instructionOf({ createdBy }: HistoryEntry): string {
  const start = createdBy.slice(0, 200);
  const keyword = (/#\(nop\)\s{1,8}([A-Z]{2,16})\b/.exec(start) ?? /^([A-Z]{2,16})\b/.exec(start))?.[1] ?? '';
  if (KEYWORDS.has(keyword)) return keyword;
  return start.startsWith('/bin/sh -c ') ? 'RUN' : '';
}
