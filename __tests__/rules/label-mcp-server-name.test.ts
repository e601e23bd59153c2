import { expect, test } from '@jest/globals';
import { checkRules } from '../../src/rules/check.ts';
import { labelMcpServerName } from '../../src/rules/label-mcp-server-name.ts';
import { evidence, image, judge, judgeText, repository } from '../support/evidence.ts';

const named = (name: string) => image({ labels: { 'io.modelcontextprotocol.server.name': name } });
const described = (text: string) => repository({ serverJson: { file: 'server.json', text } });
const NAME = 'io.github.acme/time';

test.each([
  [named(NAME), described(`{"name":"${NAME}"}`), 'pass'],
  [named(NAME), described('{"name":"io.github.acme/clock"}'), 'fail'],
  [named(NAME), described('{"name":1}'), 'unknown'],
  [named(NAME), described('not json'), 'unknown'],
  [named(NAME), repository({ serverJson: null }), 'pass'],
  [named(NAME), repository(), 'pass'],
  [named(NAME), null, 'pass'],
  [named('Time'), null, 'fail'],
  [named('TIME/'), null, 'fail'],
  [named(''), described(`{"name":"${NAME}"}`), 'fail'],
  [image(), null, 'fail'],
] as const)('%#', (built, around, answer) => {
  expect(judge(labelMcpServerName, { image: built, repository: around }).answer).toBe(answer);
});

test('says both names', () => {
  const { reason } = judge(labelMcpServerName, {
    image: named(NAME),
    repository: described('{"name":"io.github.acme/clock"}'),
  });
  expect(reason).toContain('says io.github.acme/time, but server.json says io.github.acme/clock');
});

test('CI may set it: a Dockerfile without it leaves it open', () => {
  expect(judgeText(labelMcpServerName, 'FROM scratch\nCMD ["x"]\n').answer).toBe('unknown');
});

test('is not asked of containers that are no MCP servers', () => {
  const options = { profile: 'container', transport: 'auto', allowedBases: [], allowedPorts: null } as const;
  expect(checkRules(evidence({ image: image() }), options, [labelMcpServerName])).toEqual([]);
});
