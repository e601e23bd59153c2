import type { Invocation, Notification } from 'sarif';
import type { Problem } from '../../model/verdict.ts';
import { plain } from '../text/plain.ts';
import { counted, fullStop } from '../text/words.ts';
import { unlinked } from './results.ts';

/** How the run went. `startedAt` is RFC 3339; SARIF wants it in UTC. */
export function toInvocation(successful: boolean, startedAt: string, notifications: Notification[]): Invocation {
  const start = new Date(startedAt);
  return {
    executionSuccessful: successful,
    ...(Number.isNaN(start.getTime()) ? {} : { startTimeUtc: start.toISOString() }),
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}

/** What could not be verified, with its advice. */
export function problemNotification({ code, message, advice }: Problem): Notification {
  const text = [message, advice].map((part) => fullStop(plain(part, 500))).join(' ');
  return notification(plain(code, 80) || 'error', 'error', unlinked(text));
}

/** Says how many findings are not among the results, and why. */
export function leftOutNotifications(placeless: number, cut: number, limit: number): Notification[] {
  const elsewhere = "in 'report.json'";
  const located = `${counted(placeless, 'finding has', 'findings have')} no place in the repository and can be read only ${elsewhere}.`;
  const worst = `${counted(cut, 'finding was', 'findings were')} left out: the worst ${limit} are kept, all are ${elsewhere}.`;
  return [
    ...(placeless > 0 ? [notification('results-without-location', 'note', located)] : []),
    ...(cut > 0 ? [notification('results-cut', 'warning', worst)] : []),
  ];
}

function notification(id: string, level: 'note' | 'warning' | 'error', text: string): Notification {
  return { descriptor: { id }, level, message: { text } };
}
