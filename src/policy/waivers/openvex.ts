import { errorMessage } from '../../model/error-code.ts';
import type { Waiver, WaiverScope } from '../../model/waiver.ts';
import { badWaivers, quoted, reasonOf } from './ignored-text.ts';
import { linesOfItems } from './json-lines.ts';
import { type Component, openvexSchema, type Statement } from './openvex-schema.ts';
import { withoutWildcards } from './purl.ts';

/** Of one document; more is a feed, not what somebody decided about an image. */
const MOST_SCOPES = 10_000;

/** Statements about one vulnerability that take back others, for each that is taken back. */
const MOST_TAKEN_BACK = 1_000_000;

/**
 * Reads an OpenVEX document (openvex.dev, spec 0.2.0). `not_affected` and `fixed` accept findings; a later statement
 * about the same vulnerability and product wins, and of two of the same moment the one that does not accept. A product is
 * a package, or an image (`pkg:oci/…`) whose subcomponents are packages. A package that stands for another one inside it
 * accepts nothing: which package brought which is not known.
 * @throws UsageError `bad-waivers`
 */
export function readOpenVex(text: string, file: string): readonly Waiver[] {
  const decoded = openvexSchema.safeParse(parse(text, file));
  const lines = linesOfItems(text, 'statements');
  if (!decoded.success) {
    const [issue] = decoded.error.issues;
    const [, index] = issue?.path[0] === 'statements' ? issue.path : [];
    const name = issue?.path.map(String).join('.') ?? '';
    throw badWaivers(file, lines[Number(index ?? -1)] ?? 1, `${quoted(name)}: ${issue?.message ?? 'malformed'}`);
  }
  const made = Date.parse(decoded.data.timestamp ?? '') || 0;
  const dated = decoded.data.statements.map((statement, index): Dated => {
    const { timestamp = '' } = statement;
    return { statement, moment: Date.parse(timestamp) || made, scopes: scopesOf(statement), line: lines[index] ?? 1 };
  });
  const count = dated.reduce((sum, { scopes }) => sum + scopes.length, 0);
  if (count > MOST_SCOPES) throw badWaivers(file, 1, `at most ${MOST_SCOPES} products of statements are read`);
  const takenBack = takesBack(dated, file);
  return dated.filter(({ statement }) => accepts(statement)).flatMap((one) => waiversOf(one, takenBack(one), file));
}

interface Dated {
  readonly statement: Statement;
  /** Milliseconds since 1970. */
  readonly moment: number;
  readonly scopes: readonly WaiverScope[];
  readonly line: number;
}

function accepts({ status }: Statement): boolean {
  return status === 'not_affected' || status === 'fixed';
}

function waiversOf({ statement, scopes, line }: Dated, against: readonly WaiverScope[], file: string): Waiver[] {
  return scopes.map((scope) => ({
    ...scope,
    kinds: ['advisory'],
    // What is said of a package in general says nothing of one image that holds it, and the reverse.
    unless: against.filter(({ images }) => images.length > 0 === scope.images.length > 0),
    paths: [],
    origin: null,
    reason: reasonOfStatement(statement),
    owner: null,
    expires: null,
    source: 'openvex',
    location: { file, startLine: line, endLine: line },
  }));
}

/** For an accepting statement: what later ones about the same vulnerability do not accept. */
function takesBack(dated: readonly Dated[], file: string): (one: Dated) => readonly WaiverScope[] {
  const byId = new Map<string, Dated[]>();
  for (const other of dated) {
    if (accepts(other.statement)) continue;
    for (const id of idsOf(other.statement)) {
      const same = byId.get(id);
      if (same === undefined) byId.set(id, [other]);
      else same.push(other);
    }
  }
  let total = 0;
  return ({ statement, moment }) => {
    const others = new Set(idsOf(statement).flatMap((id) => byId.get(id) ?? []));
    const later = [...others].filter((other) => other.moment >= moment).flatMap(({ scopes }) => scopes);
    total += later.length;
    if (total > MOST_TAKEN_BACK) throw badWaivers(file, 1, 'too many statements take back others');
    return later;
  };
}

/**
 * What a statement is about. One that accepts gets no more than is certain; one that does not takes back whatever it may
 * mean.
 */
function scopesOf(statement: Statement): readonly WaiverScope[] {
  const ids = idsOf(statement);
  const isLenient = accepts(statement);
  return (statement.products ?? []).flatMap((product): WaiverScope[] => {
    const names = namesOf(product);
    const images = names.filter((name) => /^pkg:oci\//i.test(name));
    const packages = names.filter((name) => !images.includes(name));
    const { subcomponents = [] } = product;
    const parts = subcomponents.flatMap(namesOf);
    const inside = subcomponents.length > 0;
    return [
      // An image with parts that have no name is not the image as a whole.
      ...(images.length > 0 && (!isLenient || !inside || parts.length > 0) ? [{ ids, images, packages: parts }] : []),
      ...(packages.length > 0 && (!isLenient || !inside) ? [{ ids, images: [], packages }] : []),
    ];
  });
}

/** What is no package URL stays: it matches nothing, and is told as unused. */
function namesOf({ '@id': id, identifiers }: Component): readonly string[] {
  return given(id, identifiers?.purl).map(withoutWildcards);
}

function idsOf({ vulnerability }: Statement): readonly string[] {
  const { name, '@id': id, aliases = [] } = vulnerability;
  return [...new Set(given(name, id, ...aliases))];
}

function given(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text): text is string => text !== undefined && text.trim() !== '');
}

/** `not affected, vulnerable_code_not_present: the parser is never built in`. */
function reasonOfStatement({
  status,
  justification,
  impact_statement: impact,
  status_notes: notes,
}: Statement): string {
  const words = given(impact, notes).join('. ');
  const head = given(status.replaceAll('_', ' '), justification).join(', ');
  const said = justification || words !== '' ? words : reasonOf('');
  return reasonOf(said === '' ? head : `${head}: ${said}`);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = errorMessage(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
    throw badWaivers(file, line, `this is no JSON (${message.slice(0, 200)})`);
  }
}
