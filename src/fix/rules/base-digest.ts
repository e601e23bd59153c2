import { parseImageReference } from '../../dockerfile/image-reference.ts';
import type { PulledImage } from '../../model/dockerfile.ts';
import type { TextEdit } from '../../model/text-edit.ts';
import { baseDigest } from '../../rules/base-digest.ts';
import { type FixContext, type Fixer, proposal, refuse } from '../fixer.ts';
import { logicalText } from '../source/logical-text.ts';
import type { Span } from '../source/source-text.ts';

/** Writes the digest behind the name of every image that the finding is about. The tag stays: it is what gets renewed. */
export const fixBaseDigest: Fixer = {
  rule: baseDigest,
  propose({ place }, context) {
    const { dockerfile, facts, source } = context;
    const open = dockerfile.pulledImages.filter((image) => image.builtBy === undefined && placeOf(image) === place);
    const edits: TextEdit[] = [];
    const sources = new Set<string>();
    for (const image of open) {
      const { reference, written, location } = image;
      if (reference === null || written !== reference) return refuse(`A variable names the image: ${written}.`);
      const answer = facts.digest(reference);
      if ('reason' in answer) return refuse(`The digest of ${reference} is not known: ${answer.reason}.`);
      const spans = namesOf(image, written, context);
      if (spans.length === 0) return refuse(`The place of ${written} in the file was not found.`);
      for (const { end } of spans) edits.push(source.edit(location.file, { start: end, end }, `@${answer.digest}`));
      sources.add(answer.source);
    }
    return proposal(unique(edits), { note: `digest from ${[...sources].join(' and ')}` });
  },
};

/** The same text as the rule's; null for what has a digest already. */
function placeOf({ reference }: PulledImage): string | null {
  const parsed = reference === null ? null : parseImageReference(reference);
  return parsed === null || parsed.digest !== null ? null : `image:${parsed.registry}/${parsed.repository}`;
}

/** Where an image's name stands in the file. */
function namesOf({ via, location }: PulledImage, written: string, context: FixContext): readonly Span[] {
  const { source, escapeToken } = context;
  if (via === 'syntax') {
    const head = /^#[\t ]*[a-z]+[\t ]*=[\t ]*/i.exec(source.line(location.startLine))?.[0].length ?? -1;
    const start = source.startOf(location.startLine) + head;
    const isThere = head >= 0 && source.text.startsWith(written, start);
    return isThere ? [{ start, end: start + written.length }] : [];
  }
  const logical = logicalText(source, location.startLine, escapeToken);
  if (via === 'from') {
    const { textStart } = logical;
    if (!isName(logical.text, textStart, written)) return [];
    return present(logical.span(textStart, textStart + written.length));
  }
  const flags = logical.text.slice(0, logical.textStart);
  return occurrences(flags, written).flatMap((start) => {
    const isFrom = /(?:^|[-,=\s"'])from=["']?$/.test(flags.slice(Math.max(0, start - 8), start));
    return isFrom && isName(flags, start, written) ? present(logical.span(start, start + written.length)) : [];
  });
}

function isName(text: string, start: number, name: string): boolean {
  return text.startsWith(name, start) && /^[\s,"']?$/.test(text.charAt(start + name.length));
}

function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}

function present(span: Span | null): readonly Span[] {
  return span === null ? [] : [span];
}

/** Two mounts of one RUN name the same image twice, and each is found for both. */
function unique(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.startLine}:${edit.startColumn}`, edit])).values()];
}
