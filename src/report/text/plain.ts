const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** Control characters drive terminals, format characters (bidirectional marks, zero widths) hide what a text says. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** Nearly all texts are like this already, and a report has hundreds of thousands of them. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * One line of visible text from a text of any origin: no control or format characters, runs of white space made one
 * space, at most `limit` characters (code points), the last of them `…` when something was cut.
 */
export function plain(text: string, limit = 300): string {
  if (text.length <= limit && PLAIN.test(text)) return text;
  // Cut first: the work must not grow with what an image chooses to say.
  const visible = text
    .slice(0, limit * 8)
    .toWellFormed()
    .replace(LINE_BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clip(visible, limit);
}

/** At most `limit` code points. */
function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = Array.from(text);
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
}
