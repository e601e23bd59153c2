import { expect, test } from '@jest/globals';
import { redactConfig } from '../../src/commands/redact-config.ts';
import { dockerfile } from '../support/evidence.ts';

const TOKEN = `ghp_${'a1B2'.repeat(9)}`;

test('a credential is in no explanation, everything else stays', () => {
  const text = [
    'FROM scratch',
    `ENV ANY=${TOKEN} DB_PASSWORD=q8Zr2mXv7Lk4Tn9Wb3Yd NODE_ENV=production TOKEN_FILE=/run/secrets/token`,
    `LABEL t=${TOKEN} title=server`,
    `HEALTHCHECK CMD curl -H ${TOKEN} localhost`,
    `ENTRYPOINT ["server", "${TOKEN}"]`,
    `CMD ["--token=${TOKEN}", "--port=1"]`,
  ].join('\n');
  const config = redactConfig(dockerfile(text).config);
  expect(JSON.stringify(config)).not.toMatch(/ghp_|q8Zr/);
  expect(config.env.entries.map(({ value }) => value).slice(1)).toEqual([
    'ANY=***',
    'DB_PASSWORD=***',
    'NODE_ENV=production',
    'TOKEN_FILE=/run/secrets/token',
  ]);
  expect(config.labels.entries.map(({ value }) => value)).toEqual(['t=***', 'title=server']);
  expect(config.entrypoint.value).toEqual(['server', '***']);
  expect(config.cmd.value).toEqual(['***', '--port=1']);
});
