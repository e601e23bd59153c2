import * as z from 'zod';
import { SEVERITIES } from '../../../model/severity.ts';
import { GATES, PROFILES, SCANNERS, TRANSPORTS } from '../../../settings/settings.ts';
import { days, either, list, map, oneOf, option, path, severity, text, yesOrNo } from './values.ts';

const rated = ['off', 'low', 'medium', 'high', 'critical'] as const;
const threshold = oneOf([...SEVERITIES, 'never']).optional();

const failOn = either(
  `allowed: ${SEVERITIES.join(', ')}, or a map of base, build, app, config and default`,
  severity,
  z.strictObject(
    {
      base: threshold.describe('What the base image brings'),
      build: threshold.describe('What an instruction of the build brings'),
      app: threshold.describe('What the application brings'),
      config: threshold.describe("What is wrong with the image's settings"),
      default: severity.describe('All else, and what nobody knows the origin of').optional(),
    },
    map('write a severity, or a map of base, build, app, config and default'),
  ),
);

const GRACE = 'write a map of severities and days, like "high: 30d", or none';
const DAYS_OR_NONE = 'write a number of days, like 7d, or none';
const grace = either(
  GRACE,
  z.literal('none'),
  z.partialRecord(severity, either(DAYS_OR_NONE, z.literal('none'), days(DAYS_OR_NONE)), map(GRACE)),
);

const port = either(
  'write a port, like 3000 or 8000-8010/udp',
  z
    .int({ error: () => 'write a port from 1 to 65535' })
    .min(1, 'write a port from 1 to 65535')
    .max(65_535, 'write a port from 1 to 65535'),
  option(
    'allowPort',
    'a port, like 3000 or 8000-8010/udp',
    '^[0-9]{1,5}(-[0-9]{1,5})?(/([tT][cC][pP]|[uU][dD][pP]|[sS][cC][tT][pP]))?$',
  ),
);

const scanners = either(
  `write a list of ${SCANNERS.join(', ')}, or none`,
  option('scanners', `${SCANNERS.join(', ')}, or none`),
  list(oneOf(SCANNERS), 'scanners', SCANNERS.length).min(1, 'write none to leave Trivy out'),
);

/** How it is judged. */
export const judging = {
  profile: oneOf(PROFILES).describe('Set of promises that the rules hold').optional(),
  transport: oneOf(TRANSPORTS).describe('How clients reach the servers, where an image says nothing else').optional(),
  'fail-on': failOn.describe('Lowest severity that fails the gate, also by origin').optional(),
  'fail-unfixed': yesOrNo.describe('Whether advisories without a fixed version fail the gate too').optional(),
  'unrated-as': severity.describe('What an advisory that nobody has rated counts as').optional(),
  rules: z
    .record(z.string(), oneOf(rated), map('write a map of rules and severities'))
    .describe('Rule → its severity, or off')
    .optional(),
  scanners: scanners.describe('What Trivy looks for').optional(),
  'allowed-bases': list(option('allowBase', 'an image, like node:*-slim'), 'images')
    .describe('Approved images, with * and **')
    .optional(),
  'allowed-ports': list(port, 'ports').describe('Ports that may be exposed').optional(),
  'required-labels': list(text('the name of a label'), 'labels').describe('Labels that images carry').optional(),
  gate: oneOf(GATES).describe('Which findings can fail the gate').optional(),
  'without-baseline': oneOf(['gate', 'report'])
    .describe('What becomes of findings that cannot be told to be old or new')
    .optional(),
  grace: grace.describe('Days from the publication of an advisory in which it does not fail the gate').optional(),
  'ignore-files': list(path('the path of a file'), 'files', 100)
    .describe("Trivy's ignore files that are read as waivers; without it the usual names")
    .optional(),
  vex: list(path('the path of a file'), 'files', 100).describe('OpenVEX documents that are read as waivers').optional(),
  limits: z
    .strictObject(
      {
        'max-db-age': option('maxDbAge', 'an age, like 48h, or none', '^([0-9]{1,6}[smhdSMHD]|[nN][oO][nN][eE])$')
          .describe('Oldest advisory database that may give a verdict')
          .optional(),
        timeout: option('timeout', 'a time, like 15m', '^[0-9]{1,6}[smhdSMHD]$')
          .describe('Longest time for one call of another program')
          .optional(),
      },
      map('write a map with max-db-age and timeout'),
    )
    .optional(),
};
