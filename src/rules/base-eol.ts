import { parseImageReference } from '../dockerfile/image-reference.ts';
import type { Evidence } from '../model/subject.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine } from './shared/effective.ts';
import { distributionOf, endOfLife, type Product, productsOfTag } from './shared/end-of-life.ts';
import { plainName } from './shared/listing.ts';

const FIX = 'Build on a version that its makers still support, such as the newest LTS: `FROM node:24-slim`.';
const TODAY = '2026-09-01';

export const baseEol: Rule = {
  id: 'base-eol',
  title: 'Distribution and language runtime still get security fixes',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'After its end of life nobody fixes a version any more, and scanners find less and less in it: it looks cleaner with every year.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: 'a supported runtime', dockerfile: 'FROM node:24-alpine3.23\n', options: { today: TODAY } },
      {
        title: 'a supported distribution in the image',
        dockerfile: 'FROM scratch\nCOPY rootfs /\n',
        image: { files: { '/etc/os-release': 'ID=debian\nVERSION_ID="13"\n' } },
        options: { today: TODAY },
      },
    ],
    bad: [
      { title: 'a runtime after its end', dockerfile: 'FROM node:23-slim\n', options: { today: TODAY } },
      { title: 'a distribution after its end', dockerfile: 'FROM python:3.13-alpine3.18\n', options: { today: TODAY } },
      {
        title: 'found in the image',
        dockerfile: 'FROM scratch\nCOPY rootfs /\nENV PYTHON_VERSION=3.8.20\n',
        image: { files: { '/etc/os-release': 'ID=debian\nVERSION_ID="10"\n' } },
        options: { today: TODAY },
      },
    ],
  },
  judge(evidence, { today }) {
    const { image, scan } = evidence;
    const told = image === null ? fromTag(evidence) : [...distribution(evidence), ...runtimes(evidence)];
    const dated = told.map((product) => ({ product, end: endOfLife(product) }));
    const faults = dated.flatMap(({ product, end }) =>
      end !== null && today !== undefined && end < today
        ? [faultOf(evidence, product, `its support ended on ${end}`)]
        : [],
    );
    if (scan?.os?.endOfLife === true && !faults.some(({ place }) => place === `eol:${scan.os?.family}`)) {
      faults.push(
        faultOf(evidence, { name: scan.os.family, version: scan.os.name }, 'the scanner counts it as out of support'),
      );
    }
    if (faults.length > 0) return fail([...new Map(faults.map((fault) => [fault.place, fault])).values()]);
    return (
      open(evidence, dated, today) ??
      pass(`${dated.map(({ product, end }) => `${named(product)} until ${end}`).join(', ')}.`)
    );
  },
};

type Dated = readonly { readonly product: Product; readonly end: string | null }[];

/** What keeps the rule from saying that all is well; null when nothing does. */
function open({ image, scan }: Evidence, dated: Dated, today: string | undefined): ReturnType<typeof unknown> | null {
  if (dated.length === 0) {
    if (
      image !== null &&
      image.texts['/etc/os-release'] === null &&
      image.texts['/usr/lib/os-release'] === null &&
      scan?.os == null
    ) {
      return pass('The image has no distribution and no runtime that says its version.');
    }
    return unknown('Nothing tells the versions of distribution and runtime.');
  }
  if (today === undefined) return unknown('The day of the judgement is not known.');
  const unlisted = dated.filter(({ end }) => end === null).map(({ product }) => named(product));
  // Trivy follows distributions that the table here does not have.
  const covered = scan?.os != null && scan.osVersionKnown !== false ? scan.os.family : null;
  const blank = dated.filter(({ end, product }) => end === null && product.name !== covered);
  return blank.length === 0
    ? unlisted.length === 0
      ? null
      : pass(`The scanner counts ${unlisted.join(', ')} as supported.`)
    : unknown(`No end of support is known here for ${unlisted.join(', ')}.`);
}

function faultOf(evidence: Evidence, product: Product, why: string): Fault & { place: string } {
  return {
    message: `${named(product)}: ${why}.`,
    fix: FIX,
    location: fromLine(evidence),
    place: `eol:${product.name}`,
  };
}

function named({ name, version }: Product): string {
  return `${plainName(name)} ${plainName(version)}`;
}

function distribution({ image }: Evidence): readonly Product[] {
  const text = image?.texts['/etc/os-release'] ?? image?.texts['/usr/lib/os-release'] ?? '';
  const found = distributionOf(text.slice(0, 64 * 1024));
  return found === null ? [] : [found];
}

/** The variables that the official images set. */
function runtimes(evidence: Evidence): readonly Product[] {
  return effective(evidence).env.entries.flatMap(({ value, known }) => {
    const [, name, version] = /^(NODE|PYTHON)_VERSION=v?(\d+(?:\.\d+){0,2})$/.exec(value) ?? [];
    return known && name !== undefined && version !== undefined ? [{ name: name.toLowerCase(), version }] : [];
  });
}

/** Without the image, what the tag of an official base promises. */
function fromTag({ dockerfile }: Evidence): readonly Product[] {
  const reference = dockerfile?.base?.reference ?? null;
  const parsed = reference === null ? null : parseImageReference(reference);
  if (parsed === null || parsed.registry !== 'docker.io' || parsed.tag === null) return [];
  return productsOfTag(parsed.repository, parsed.tag);
}
