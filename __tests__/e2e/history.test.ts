import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answers } from '../support/fake-github/answers.ts';
import { mergeGroup, nightly, pullRequest, pullRequestTarget, push } from '../support/history/occasions.ts';
import type { Ran } from '../support/history/run-gate.ts';
import * as server from '../support/history/server.ts';
import { OPENSSL, POLICY, WORKFLOW, WS } from '../support/history/server.ts';
import {
  AFTER,
  ALL,
  BEFORE,
  FAIL,
  failing,
  findingsOf,
  forBoth,
  INPUTS,
  NO_GRACE,
  noticesOf,
  OPENSSL_PACKAGES,
  openssl,
  outcome,
  PASS,
  SAME,
  type Story,
  startStory,
} from '../support/history/story.ts';
import { describeIf } from '../support/requires.ts';

let story: Story;

const describeWithGo = await describeIf('go');

describeWithGo('the history of a repository', () => {
  beforeAll(async () => {
    story = await startStory();
  }, 300_000);
  afterAll(async () => {
    await story?.[Symbol.asyncDispose]();
  });

  test('a push to main passes and keeps its evidence', () => {
    expect(outcome(story.pushed)).toEqual({ ...PASS, ...ALL });
    expect(story.pushed.kept).toMatchObject([
      { name: 'image-gate-evidence-image-gate', event: 'push', headSha: story.main },
    ]);
    expect(noticesOf(story.pushed)).toEqual([]);
  });

  describeWithGo('an advisory published overnight', () => {
    test('does not redden a pull request that has nothing to do with it', async () => {
      const ran = await story.run(pullRequest(await story.pull({ 'README.md': 'A server.\n' })), AFTER);
      expect(outcome(ran)).toEqual({ ...PASS, ...SAME });
      const because = { status: 'baseline', reason: 'the change does not introduce it', change: 'unchanged' };
      expect(openssl(ran)).toEqual(forBoth(because));
      expect(ran.report?.baseline?.description).toMatch(`images of commit ${story.main.slice(0, 7)}`);
      expect([noticesOf(ran), ran.kept]).toEqual([[], []]);
    }, 60_000);

    test('reddens it where nothing is kept to compare with, and that is said', async () => {
      const ran = await story.run(pullRequest(await story.pull({ 'README.md': 'A server.\n' })), AFTER, { kept: [] });
      expect([outcome(ran), failing(ran)]).toEqual([{ ...FAIL, ...SAME }, [OPENSSL, OPENSSL]]);
      expect(noticesOf(ran)).toEqual([expect.stringMatching(/^no-baseline: .*no run of main keeps an artifact/)]);
    }, 60_000);

    test('reddens the nightly run on main', async () => {
      const ran = await story.run(nightly(story.main), AFTER);
      expect([outcome(ran), failing(ran)]).toEqual([{ ...FAIL, ...ALL }, [OPENSSL, OPENSSL]]);
      expect(openssl(ran)).toEqual(forBoth({ status: 'fail', change: null, deadline: null }));
      expect(ran.kept).toEqual([]);
    }, 60_000);

    test.each([
      { at: AFTER, verdict: PASS, said: { status: 'grace', reason: 'in its period of grace until 2026-02-26' } },
      { at: '2026-02-26T16:15:00Z', verdict: PASS, said: { status: 'grace' } },
      {
        at: '2026-02-26T16:17:00Z',
        verdict: FAIL,
        said: { status: 'fail', reason: expect.stringContaining('its grace ended on 2026-02-26') },
      },
    ])(
      'gets the 30 days of the profile mcp from its publication: $at',
      async ({ at, verdict, said }) => {
        const withGrace = await story.origin.commit(story.main, { [POLICY]: 'profile: mcp\n' });
        const ran = await story.run(nightly(withGrace), at);
        expect(outcome(ran)).toEqual({ ...verdict, ...ALL });
        const deadline = said.status === 'grace' ? '2026-02-26T16:16:00.000Z' : null;
        expect(openssl(ran)).toEqual(forBoth({ ...said, deadline }));
      },
      60_000,
    );

    test('is fixed by a newer base, which the pull request shows', async () => {
      const bump = await story.pull(await server.withNewBase(story.files));
      const ran = await story.run(pullRequest(bump), AFTER);
      expect(outcome(ran)).toEqual({ ...PASS, ...SAME, fixed: '2' });
      const fixed = ran.report?.subjects.flatMap((subject) => subject.fixed) ?? [];
      expect(fixed.map(({ id, image }) => [id, image?.package])).toEqual(OPENSSL_PACKAGES.map((of) => [OPENSSL, of]));
      expect(outcome(await story.run(nightly(bump.merge), AFTER))).toEqual({ ...PASS, ...ALL });
    }, 60_000);
  });

  describeWithGo('a pull request that adds a vulnerable package', () => {
    const red = { ...FAIL, ...SAME, new: '1' };

    function expectRed(ran: Ran): void {
      expect([outcome(ran), failing(ran)]).toEqual([red, [WS]]);
      const [found] = findingsOf(ran).filter(({ id }) => id === WS);
      expect(found).toMatchObject({ change: 'new', location: { file: 'server/package-lock.json' } });
      expect(found?.reason).toMatch('the change introduces it');
      expect(openssl(ran)).toEqual(forBoth({ status: 'baseline', change: 'unchanged' }));
    }

    test.each([
      { checkout: 'one commit', depth: 1 },
      { checkout: 'the whole history', depth: 0 },
    ])(
      'is red, with $checkout checked out',
      async ({ depth }) => {
        const ran = await story.run(pullRequest(await story.pull(story.vulnerable())), AFTER, { depth });
        expectRed(ran);
        expect(noticesOf(ran)).toEqual([]);
        // What is not in the checkout comes from GitHub, and nothing else.
        expect(ran.requests.some(({ path }) => path.includes('/git/'))).toBe(depth === 1);
      },
      60_000,
    );

    test('is red in the merge queue too', async () => {
      expectRed(await story.run(mergeGroup(await story.pull(story.vulnerable())), AFTER));
    }, 60_000);

    test('is red from a fork, whose token may only read', async () => {
      const uploading = server.workflow({ ...INPUTS, 'sarif-upload': 'auto' });
      const given = { ...(await story.pull({ ...story.vulnerable(), [WORKFLOW]: uploading })), from: 'eve/mcp' };
      const ran = await story.run(pullRequest(given), AFTER, { github: { upload: [answers.readOnlyToken] } });
      expectRed(ran);
      expect(ran.log).toMatch(/^::notice::SARIF was not uploaded: .*security-events: write/m);
    }, 60_000);

    test('is refused on pull_request_target once its head is checked out', async () => {
      const given = await story.pull(story.vulnerable());
      const ran = await story.run(pullRequestTarget(given), AFTER);
      expect([ran.code, ran.outputs['verdict'], ran.report]).toEqual([2, 'error', null]);
      expect(ran.log).toMatch(
        /^::error::This pull_request_target workflow has the head of the pull request checked out/m,
      );
      const base = await story.run({ ...pullRequestTarget(given), checkout: given.base }, AFTER);
      expect(outcome(base)).toEqual({ ...PASS, ...SAME });
    }, 60_000);
  });

  test('what others merged meanwhile is not what a pull request is blamed for', async () => {
    const later = await story.origin.commit(story.main, server.withRoot(story.files));
    const { kept, ...red } = await story.run(push(later), BEFORE);
    expect([red.code, kept.length]).toEqual([1, 1]);
    const head = await story.origin.commit(story.main, { 'README.md': 'A server.\n' });
    // The event still names the commit that the branch was made from.
    const change = { base: story.main, head, merge: await story.origin.merge(later, head) };
    const ran = await story.run(pullRequest(change), AFTER, { kept: [...kept, ...story.pushed.kept] });
    expect(outcome(ran)).toEqual({ ...PASS, ...SAME });
    expect(ran.report?.baseline?.commit).toBe(later);
  }, 60_000);

  test('a group behind another one in the queue is compared with what it builds on', async () => {
    const before = await story.pull({ 'server/server.js': `${story.files['server/server.js']}\n` });
    const ran = await story.run(mergeGroup(await story.pull({ 'README.md': 'A server.\n' }, before.merge)), AFTER);
    expect(outcome(ran)).toEqual({ ...PASS, ...SAME });
    expect(ran.report?.baseline).toMatchObject({
      commit: before.merge,
      description: expect.stringContaining(`images of commit ${story.main.slice(0, 7)}`),
    });
  }, 60_000);

  describeWithGo('a waiver on main', () => {
    const WAIVER = `waivers:\n  - { id: ${OPENSSL}, reason: CMS is never parsed, expires: 2026-02-10 }\n`;
    let waived: string;
    beforeAll(async () => {
      waived = await story.origin.commit(story.main, { [POLICY]: NO_GRACE + WAIVER });
    });

    test('counts to the end of its last day, and warns before', async () => {
      const ran = await story.run(nightly(waived), '2026-02-10T23:58:00Z');
      expect(outcome(ran)).toEqual({ ...PASS, ...ALL, waived: '2' });
      const reason = 'waived until 2026-02-10: CMS is never parsed';
      expect(openssl(ran)).toEqual(forBoth({ status: 'waived', reason }));
      expect(noticesOf(ran)).toEqual([expect.stringMatching(/^waiver-expiring: /)]);
    }, 60_000);

    test('fails the nightly run on the day after, and no pull request', async () => {
      const ran = await story.run(nightly(waived), '2026-02-11T00:01:00Z');
      expect([outcome(ran), failing(ran)]).toEqual([{ ...FAIL, ...ALL }, [OPENSSL, OPENSSL]]);
      const reason = expect.stringContaining('its waiver expired on 2026-02-10');
      expect(openssl(ran)).toEqual(forBoth({ status: 'fail', reason }));
      expect(noticesOf(ran)).toEqual([expect.stringMatching(/^waiver-expired: /)]);
      const change = pullRequest(await story.pull({ 'README.md': 'A server.\n' }, waived));
      expect(outcome(await story.run(change, '2026-02-11T00:01:00Z'))).toEqual({ ...PASS, ...SAME });
    }, 60_000);

    test('is renewed only by what is merged', async () => {
      const renewed = await story.pull({ [POLICY]: NO_GRACE + WAIVER.replace('02-10', '03-10') }, waived);
      const root = await story.pull(
        { ...server.withRoot(story.files), [POLICY]: `${NO_GRACE}${WAIVER}rules: { user-non-root: off }\n` },
        waived,
      );
      expect(failing(await story.run(pullRequest(root), '2026-02-11T09:00:00Z'))).toEqual(['user-non-root']);
      const ran = await story.run(pullRequest(renewed), '2026-02-11T09:00:00Z');
      expect([outcome(ran), openssl(ran)]).toEqual([{ ...PASS, ...SAME }, forBoth({ status: 'baseline' })]);
      expect(outcome(await story.run(nightly(renewed.merge), '2026-02-11T09:00:00Z'))).toEqual({
        ...PASS,
        ...ALL,
        waived: '2',
      });
    }, 60_000);
  });
});
