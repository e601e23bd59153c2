/** Statements about CVE-2021-23337 of lodash 4.17.20 in the image `careless`; HOST and DIGEST stand for the test's registry. */

interface Row {
  readonly name: string;
  readonly statements: readonly object[];
  /** How many findings they hide. */
  readonly hidden: number;
}

const LODASH = { '@id': 'pkg:npm/lodash@4.17.20' };
const ANY_LODASH = { '@id': 'pkg:npm/lodash' };
const QS = { '@id': 'pkg:npm/qs' };
const IMAGE = { '@id': 'pkg:oci/careless' };

function about(products: readonly object[], rest: object = {}): object {
  const justification = 'vulnerable_code_not_present';
  return { vulnerability: { name: 'CVE-2021-23337' }, status: 'not_affected', justification, products, ...rest };
}

function withParts(product: object, ...subcomponents: readonly object[]): object {
  return { ...product, subcomponents };
}

function image(rest: string): object[] {
  return [about([{ '@id': `pkg:oci/careless${rest}` }])];
}

const EARLY = { timestamp: '2026-01-01T00:00:00Z' };
const LATE = { timestamp: '2026-01-02T00:00:00Z' };
const AFFECTED = { status: 'affected', justification: undefined, action_statement: 'update' };

function row(name: string, hidden: number, statements: readonly object[]): Row {
  return { name, hidden, statements };
}

export const VEX_STATEMENTS: readonly Row[] = [
  row('a package', 1, [about([LODASH])]),
  row('any version', 1, [about([ANY_LODASH])]),
  row('another version', 0, [about([{ '@id': 'pkg:npm/lodash@1.0.0' }])]),
  row('an identifier', 1, [about([{ '@id': 'https://acme.example/x', identifiers: { purl: 'pkg:npm/lodash' } }])]),
  row('an asterisk', 0, [about([{ '@id': 'pkg:npm/*' }])]),
  row('an alias', 1, [about([LODASH], { vulnerability: { name: 'ACME-1', aliases: ['CVE-2021-23337'] } })]),
  row('small letters', 0, [about([LODASH], { vulnerability: { name: 'cve-2021-23337' } })]),
  row('fixed', 1, [about([LODASH], { status: 'fixed' })]),
  row('affected', 0, [about([LODASH], AFFECTED)]),
  row('under investigation', 0, [about([LODASH], { status: 'under_investigation' })]),
  row('no product', 0, [about([])]),
  row('the image', 1, [about([IMAGE])]),
  row('another image', 0, [about([{ '@id': 'pkg:oci/other' }])]),
  row('another image, and a package', 1, [about([{ '@id': 'pkg:oci/other' }, LODASH])]),
  row('the image with a part', 1, [about([withParts(IMAGE, ANY_LODASH)])]),
  row('the image with another part', 0, [about([withParts(IMAGE, QS)])]),
  row('the image with another part, and as a whole', 1, [about([withParts(IMAGE, QS), IMAGE])]),
  row('the image of its repository', 1, image('?repository_url=HOST/acme/careless')),
  row('the image of another repository', 0, image('?repository_url=HOST/evil/careless')),
  row('the image with its digest', 1, image('@DIGEST')),
  row('the image with another digest', 0, image(`@sha256%3A${'b'.repeat(64)}`)),
  row('the image for its architecture', 1, image('?arch=amd64')),
  row('the image for another architecture', 0, image('?arch=arm64')),
  row('taken back later', 0, [about([LODASH], EARLY), about([LODASH], { ...LATE, ...AFFECTED })]),
  row('taken back before', 1, [about([LODASH], LATE), about([LODASH], { ...EARLY, ...AFFECTED })]),
  row('taken back for another version', 1, [
    about([ANY_LODASH], EARLY),
    about([{ '@id': 'pkg:npm/lodash@1.0.0' }], { ...LATE, ...AFFECTED }),
  ]),
  row('taken back for the image alone', 1, [about([LODASH], EARLY), about([IMAGE], { ...LATE, ...AFFECTED })]),
];

/** Trivy hides one finding with each of these. */
export const STRICTER: readonly Omit<Row, 'hidden'>[] = [
  { name: 'a package with another part', statements: [about([withParts(LODASH, QS)])] },
  {
    name: 'taken back for the package with a part',
    statements: [about([LODASH], EARLY), about([withParts(LODASH, QS)], { ...LATE, ...AFFECTED })],
  },
  { name: 'two that contradict each other at one moment', statements: [about([LODASH]), about([LODASH], AFFECTED)] },
];

export function openVex(statements: readonly object[]): string {
  const head = { '@context': 'https://openvex.dev/ns/v0.2.0', '@id': 'https://acme.example/vex', author: 'Acme' };
  return JSON.stringify({ ...head, timestamp: '2026-01-01T00:00:00Z', version: 1, statements });
}
