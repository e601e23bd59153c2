import type { WordCollector } from './word-collector.ts';

/** What a piece of text turned out to be made of. */
export interface Traits {
  text: string;
  known: boolean;
  unset: string | null;
}

/** Text up to a stop character, or a double-quoted string. Frames stand on a stack of our own: nesting may be deep. */
export interface Frame extends Traits {
  readonly kind: 'text' | 'double';
  /** '' reads to the end. */
  readonly stop: string;
  readonly rawEscapes: boolean;
  /** Double escapes in quotes, because the text will be read again as a pattern. */
  readonly pattern: boolean;
  /** Only of the outermost frame. */
  readonly words: WordCollector | null;
  /** What to do with the text of this frame in the one below. */
  readonly done: (result: Traits) => void;
}

/** How text joins the words of its frame: `split` at white space, or as a part that white space does not divide. */
export type Joining = 'split' | 'raw';

export function add(frame: Frame, text: string, joining: Joining): void {
  frame.text += text;
  if (joining === 'raw') frame.words?.addRaw(text);
  else frame.words?.addSplit(text);
}

export function addTraits(frame: Frame, traits: Traits, joining: Joining): void {
  add(frame, traits.text, joining);
  frame.known &&= traits.known;
  frame.unset ??= traits.unset;
}
