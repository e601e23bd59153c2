import type { EffectiveConfig } from '../../model/dockerfile.ts';
import type { Location } from '../../model/location.ts';
import { columns } from '../table/columns.ts';
import { type Paint, painter } from '../table/paint.ts';
import type { TableOptions } from '../table.ts';
import { inert } from '../text/inert.ts';
import { plain } from '../text/plain.ts';
import { lineText } from '../text/words.ts';
import { type Explained, type Explanation, SETTINGS, type Unexplained } from './explanation.ts';
import { originOf } from './origin.ts';

const INDENT = 2;
const LABEL = 'exposedPorts'.length;
const NARROWEST = 60;
const WIDEST = 200;

interface Row {
  readonly value: string;
  readonly known: boolean;
  readonly from: Location | null;
}

/** A block an explanation: what it is built upon, then each value with who set it. Ends with a line feed. */
export function renderExplainTable(explanations: readonly Explanation[], options: TableOptions): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width)));
  const paint = painter(options.color);
  const blocks = explanations.map((one) => ('error' in one ? unexplained(one, paint) : block(one, width, paint)));
  return `${inert(blocks.map((lines) => lines.join('\n')).join('\n\n'))}\n`;
}

function unexplained({ dockerfile, image, error }: Unexplained, paint: Paint): readonly string[] {
  const name = plain(dockerfile ?? image ?? '');
  const line = error.line === null ? '' : `:${error.line}`;
  return [
    paint(`${name}${line}`, 'strong'),
    `${' '.repeat(INDENT)}${paint('!', 'yellow')} ${plain(error.message, 500)}`,
  ];
}

function block(explained: Explained, width: number, paint: Paint): readonly string[] {
  const { dockerfile, image, target, platform, bases, config } = explained;
  const names = [image === null ? '' : plain(image.reference), dockerfile === null ? '' : plain(dockerfile)];
  const stage = target === null ? '' : `, stage ${plain(target, 80)}`;
  const title = paint(names.filter((name) => name !== '').join(' · '), 'strong');
  const below = bases.flatMap(({ reference, resolvedBy, reason, from }) => {
    const text = `${plain(reference, 200)} (${lineText(from)}): ${resolvedBy === 'none' ? 'not known, ' : ''}${plain(reason, 500)}`;
    return line('base', text, resolvedBy !== 'none', width, paint);
  });
  const values = SETTINGS.flatMap((name) =>
    rows(name, config).flatMap((row, index) => valueLines(index === 0 ? name : '', row, explained, width, paint)),
  );
  return [`${title} (${platform}${stage})`, ...below, ...values];
}

function valueLines(label: string, row: Row, explained: Explained, width: number, paint: Paint): readonly string[] {
  const value = Math.floor((width - INDENT - LABEL - 7) / 2);
  const cells = [
    { lines: [row.known ? ' ' : '?'], style: 'yellow' },
    { lines: [label], style: 'faint' },
    { lines: [plain(row.value, 300)], style: 'plain' },
    {
      lines: [row.from === null && row.known && row.value === '-' ? '' : originOf(row.from, row.known, explained)],
      style: 'faint',
    },
  ] as const;
  return columns(cells, [1, LABEL, value, width - INDENT - LABEL - 7 - value], INDENT, paint);
}

function line(label: string, text: string, known: boolean, width: number, paint: Paint): readonly string[] {
  const cells = [
    { lines: [known ? ' ' : '?'], style: 'yellow' },
    { lines: [label], style: 'faint' },
    { lines: [text], style: 'plain' },
  ] as const;
  return columns(cells, [1, LABEL, width - INDENT - LABEL - 5], INDENT, paint);
}

/** One row for a single value, one an entry for a list; `-` where nothing sets anything. */
function rows(name: (typeof SETTINGS)[number], config: EffectiveConfig): readonly Row[] {
  const setting = config[name];
  if ('entries' in setting) {
    const { entries, complete } = setting;
    const more: Row = { value: complete ? '-' : 'perhaps more', known: complete, from: null };
    return [...entries, ...(complete && entries.length > 0 ? [] : [more])];
  }
  const { value, known, from } = setting;
  return [{ value: shown(value), known, from }];
}

function shown(value: string | readonly string[] | { readonly test: readonly string[] } | null): string {
  if (value === null) return '-';
  if (typeof value === 'string') return value;
  return JSON.stringify('test' in value ? value.test : value);
}
