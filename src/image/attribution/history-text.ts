import type { HistoryEntry } from '../../model/image.ts';

/** What a history entry says of the instruction it comes from. */
export interface HistoryStep {
  /** Upper case, e.g. `COPY`; '' for an entry that says nothing. */
  readonly keyword: string;
  /** What follows the keyword, blanks squeezed; of RUN, build arguments and shell included. */
  readonly body: string;
  /** The legacy builder (and buildah) name copied files by a checksum. */
  readonly legacy: boolean;
  readonly emptyLayer: boolean;
  readonly comment: string;
}

const NOP = '#(nop)';

/**
 * Reads `created_by` as the builders write it. BuildKit (dockerfile2llb, commitToHistory): the instruction, with
 * ` # buildkit` at the end when it can make a layer. The legacy builder: `/bin/sh -c #(nop) COPY file:… in … `, and a
 * RUN's bare command line, which starts with the shell, or with `|N` and N build arguments.
 * @param shells of the image and of its instructions, words joined; what looks like `#(nop)` behind anything else is a
 *   comment in somebody's command
 */
export function readHistoryEntry(entry: HistoryEntry, shells: readonly string[]): HistoryStep {
  const { emptyLayer, comment } = entry;
  const text = squeeze(entry.createdBy);
  const nop = text.indexOf(NOP);
  if (nop !== -1 && shells.includes(text.slice(0, nop).trim())) {
    return { ...split(text.slice(nop + NOP.length).trim()), legacy: true, emptyLayer, comment };
  }
  const { keyword, body } = split(text);
  if (!INSTRUCTIONS.has(keyword)) {
    return { keyword: text === '' ? '' : 'RUN', body: text, legacy: true, emptyLayer, comment };
  }
  return { keyword, body: body.replace(/ ?# buildkit$/, ''), legacy: false, emptyLayer, comment };
}

/** Blanks of any length are one: builders differ in how they join continued lines. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function split(text: string): { readonly keyword: string; readonly body: string } {
  const blank = text.indexOf(' ');
  const keyword = blank === -1 ? text : text.slice(0, blank);
  return { keyword, body: blank === -1 ? '' : text.slice(blank + 1) };
}

const INSTRUCTIONS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
