import { subjectKey } from '../../model/subject.ts';
import type { SubjectVerdict } from '../../model/verdict.ts';
import { plain } from '../text/plain.ts';
import { counted } from '../text/words.ts';
import { columns } from './columns.ts';
import { type Paint, VERDICT_STYLES } from './paint.ts';
import { wrap } from './wrap.ts';

const INDENT = 2;
const LABEL = 'Dockerfile'.length;

/** Name and verdict, and what the subject is. */
export function subjectLines(subject: SubjectVerdict, width: number, paint: Paint): readonly string[] {
  const { verdict } = subject;
  const [first = '', ...rest] = wrap(plain(subjectKey(subject.subject), 200), width - verdict.length - 2);
  const title = `${paint(first, 'strong')}  ${paint(verdict.toUpperCase(), VERDICT_STYLES[verdict])}`;
  const facts = [
    ['image', imageText(subject)],
    ['Dockerfile', plain(subject.subject.dockerfile ?? '')],
    ['system', systemText(subject)],
  ] as const;
  return [
    title,
    ...rest.map((line) => paint(line, 'strong')),
    ...facts.flatMap(([label, text]) => (text === '' ? [] : factLines(label, text, width, paint))),
  ];
}

function factLines(label: string, text: string, width: number, paint: Paint): readonly string[] {
  const cells = [
    { lines: [label], style: 'faint' },
    { lines: [text], style: 'plain' },
  ] as const;
  return columns(cells, [LABEL, width - INDENT - LABEL - 2], INDENT, paint);
}

function imageText({ subject, image }: SubjectVerdict): string {
  if (image === null) return subject.image === null ? '' : `${plain(subject.image)} (not read)`;
  const id = plain(image.imageId, 80)
    .replace(/^sha256:/u, '')
    .slice(0, 12);
  return `${plain(image.reference)} (${plain(image.platform, 40)}, id ${id})`;
}

function systemText({ os, packages }: SubjectVerdict): string {
  const parts = [
    os === null ? '' : plain(`${os.family} ${os.name}`, 80),
    os?.endOfLife === true ? 'end of life' : '',
    packages === null ? '' : `${packages.os} OS and ${counted(packages.language, 'language package')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
