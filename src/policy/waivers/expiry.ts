const DAY = 86_400_000;

/**
 * A moment as go-yaml reads timestamps (gopkg.in/yaml.v3, resolve.go): a date, or a date and a time with or without zone.
 */
const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.\d{1,9})?[ \t]*(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The last whole day before a moment, `YYYY-MM-DD` in UTC; null when the text is no moment. Trivy ignores a finding until
 * `exp:` or `expired_at`: on that day itself it is expired.
 */
export function lastDayBefore(text: string): string | null {
  const found = TIMESTAMP.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const start = dateOf(year ?? 0, month ?? 0, day ?? 0);
  if (start === null || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const moment = start + (((hour ?? 0) * 60 + (minute ?? 0) - zoneMinutes(found[7])) * 60 + (second ?? 0)) * 1000;
  return new Date(Math.floor(moment / DAY) * DAY - DAY).toISOString().slice(0, 10);
}

/** Null for a day that no calendar has, such as 31 June. */
function dateOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

function zoneMinutes(zone: string | undefined): number {
  const found = /^([+-])(\d{2}):(\d{2})$/.exec(zone ?? '');
  if (found === null) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}
