/** Broken policy files with exactly what is said of them; `seen`: a JSON Schema can tell, too. */
export interface BrokenPolicy {
  readonly text: string;
  readonly says: readonly string[];
  readonly seen: boolean;
}

const LATE = 'more than 90 days ahead (waiver-term); 2027-02-21 at the latest';
const SEVERITIES = 'critical, high, medium, low, unknown';

/** Judged on 2026-11-23, with the rules user-non-root and expose-policy. */
export const BROKEN: readonly BrokenPolicy[] = (
  [
    ['imags: []', true, '1:1: unknown key "imags"; did you mean "images"?'],
    ['profile: srtict', true, '1:1: profile: allowed: mcp, container, strict; did you mean "strict"?'],
    ['profile:', true, '1:1: profile: allowed: mcp, container, strict'],
    ['just words', true, '1:1: write a map, such as "profile: mcp"'],
    ['rules: {user-non-rot: off}', true, '1:9: unknown rule "user-non-rot"; did you mean "user-non-root"?'],
    ['rules: {other: off}', true, '1:9: unknown rule "other"; `image-gate rules` lists them'],
    [
      'rules: {user-non-root: of}',
      true,
      '1:9: rules.user-non-root: allowed: off, low, medium, high, critical; did you mean "off"?',
    ],
    [
      'fail-on: hgih',
      true,
      `1:1: fail-on: allowed: ${SEVERITIES}, or a map of base, build, app, config and default; did you mean "high"?`,
    ],
    ['fail-on: {bsae: low}', true, '1:11: unknown key "bsae"; did you mean "base"?'],
    ['fail-on:\n  default: never', true, `2:3: fail-on.default: allowed: ${SEVERITIES}`],
    ['fail-unfixed: yes', true, '1:1: fail-unfixed: write true or false'],
    ['unrated-as: none', true, `1:1: unrated-as: allowed: ${SEVERITIES}`],
    ['scanners: vulns', false, '1:1: scanners: allowed: vuln, secret, license (comma-separated), or none'],
    ['scanners: [vuln, sercet]', true, '1:18: scanners.1: allowed: vuln, secret, license; did you mean "secret"?'],
    ['gate: newest', true, '1:1: gate: allowed: auto, all, new'],
    ['grace: 7d', true, '1:1: grace: write a map of severities and days, like "high: 30d", or none'],
    ['grace: {high: 7h}', true, '1:9: grace.high: write a number of days, like 7d, or none'],
    ['grace: {critcal: 7d}', true, '1:9: unknown key "critcal"; did you mean "critical"?'],
    ['allowed-ports: [0]', true, '1:17: allowed-ports.0: write a port from 1 to 65535'],
    ['required-labels: [7]', true, '1:19: required-labels.0: write the name of a label'],
    ['limits: {max-db-age: 2 days}', true, '1:10: limits.max-db-age: write a number and a unit (48h, 7d), or none'],
    ['limits: {timout: 1m}', true, '1:10: unknown key "timout"; did you mean "timeout"?'],
    [
      'waivers:\n  - reason: r\n    expires: 2026-12-01',
      true,
      '2:5: waivers.0: name what is accepted: id, or a list of ids',
    ],
    ['waivers: [{id: A, expires: 2026-12-01}]', true, '1:11: waivers.0.reason: write why it is accepted'],
    [
      'waivers: [{id: A, reason: r, expires: 2026-02-30}]',
      true,
      '1:30: waivers.0.expires: write the last day on which it counts, like 2026-12-31',
    ],
    ['waivers: [{id: A, reason: r, expires: 2027-02-22}]', false, `1:30: waivers.0.expires: ${LATE}`],
    [
      'waivers: [{id: A, ids: [B], reason: r, expires: 2026-12-01}]',
      true,
      '1:11: waivers.0: write id or ids, not both',
    ],
    [
      'waivers: [{id: A, reason: r, expires: 2026-12-01, package: lodash}]',
      false,
      '1:51: waivers.0.package: write a package URL, like pkg:npm/lodash',
    ],
    ['waiver-term: 90', true, '1:1: waiver-term: write a number of days, like 90d'],
    ['ignore-files: [../x]', false, '1:16: ignore-files.0: write a path inside the repository, relative to its root'],
    [
      'bases:\n  acme/base:1: Dockerfile',
      false,
      '2:3: bases.acme/base:1: write an image repository without tag and digest, such as ghcr.io/acme/base',
    ],
    [
      'bases:\n  node: a\n  docker.io/library/node: b',
      false,
      '3:3: "docker.io/library/node" and "node" are one image repository',
    ],
    [
      'bases: {a/b: 7}',
      true,
      '1:9: bases.a/b: write the path of a Dockerfile, or a map with dockerfile, target and build-args',
    ],
    [
      'bases: {a/b: /etc/Dockerfile}',
      false,
      '1:9: bases.a/b: write a path inside the repository, relative to its root',
    ],
    ['images: x', true, '1:1: images: write a list of images'],
    ['images: [{name: x}]', true, '1:10: images.0: name an image, a Dockerfile or both'],
    ['images:\n  - {name: a, image: a}\n  - {name: a, image: b}', false, '3:6: two images have the name "a"'],
    [
      'images: [{image: a, platform: arm64}]',
      true,
      '1:21: images.0.platform: write os/architecture, such as linux/amd64',
    ],
    ['images:\n  - image: "a\\nb"', false, '2:5: images.0.image: control characters are not allowed'],
    ['profile: mcp\nprofile: strict', false, '2:1: "profile" is given twice, first in line 1'],
    ['images:\n  - &a {image: a}\n  - <<: *a', true, '3:5: merge keys ("<<") are not supported; write the keys out'],
    ['__proto__: {profile: mcp}', false, '1:1: unknown key "__proto__"'],
    ['profile: mcp\n---\nprofile: strict', false, '2:1: a policy is one document: nothing may follow "---"'],
    ['profile: !secret mcp', false, '1:10: Unresolved tag: !secret'],
    ['images:\n  - image: *nobody', false, '2:12: nothing is called &nobody before'],
    ['{"profile": "mcp",', false, '1:19: Flow map must end with a }'],
    [
      '{\n\t"profile": "mpc",\n\t"images": [{"image": 5}]\n}\n',
      true,
      '2:2: profile: allowed: mcp, container, strict; did you mean "mcp"?',
      '3:14: images.0.image: write an image',
    ],
    [
      'profile: x\nbase: {}\nimages:\n  - nam: a\n    image: b\nwaivers: {}\n',
      true,
      '1:1: profile: allowed: mcp, container, strict',
      '2:1: unknown key "base"; did you mean "bases"?',
      '4:5: unknown key "nam"; did you mean "name"?',
      '6:1: waivers: write a list of waivers',
    ],
  ] as const
).map(([text, seen, ...says]) => ({ text, says, seen }));
