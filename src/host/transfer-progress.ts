import type { OnBytes } from './http-body.ts';
import type { Clock, Log } from './ports.ts';
import { withoutCredentials } from './url-text.ts';

const EVERY_MS = 10_000;

/** Says now and then how far a long download is; nothing for a short one. */
export function transferProgress(url: string, clock: Clock, log: Log): OnBytes {
  let last = clock.now().getTime();
  return (length, announced) => {
    const now = clock.now().getTime();
    if (now - last < EVERY_MS) {
      return;
    }
    last = now;
    log.info(
      `${withoutCredentials(url)}: ${megabytes(length)}${announced === null ? '' : ` of ${megabytes(announced)}`} MB`,
    );
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
