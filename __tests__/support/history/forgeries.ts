import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { trivyBinary } from '../trivy-binary.ts';
import { pullRequest } from './occasions.ts';
import type { Kept } from './run-gate.ts';
import { AFTER, type Changes, type Story } from './story.ts';

/** A Trivy that looks away from the packages of the application and the system. */
export async function blindTrivy({ folder }: Story): Promise<string> {
  const file = join(folder, 'blind-trivy');
  const real = await trivyBinary();
  await writeFile(
    file,
    `#!/bin/sh\ncase "$1" in image|sbom) exec ${real} "$@" --severity LOW;; esac\nexec ${real} "$@"\n`,
  );
  await chmod(file, 0o755);
  return file;
}

/** A database that knows no advisory, with the date of the day. */
export async function emptyDatabase({ databases }: Story): Promise<Changes> {
  const [empty, today] = [await databases.of('2000-01-01'), await databases.of(AFTER.slice(0, 10))];
  return {
    'planted/db/trivy.db': await readFile(join(empty, 'db/trivy.db')),
    'planted/db/metadata.json': await readFile(join(today, 'db/metadata.json')),
  };
}

export interface OwnEvidence {
  readonly text: string;
  /** The commit that is named in it. */
  readonly merge: string;
}

const made = new WeakMap<Story, Promise<OwnEvidence>>();

/** What a run of the change itself knows of its image, so that all of it looks old. */
export function evidenceOf(story: Story): Promise<OwnEvidence> {
  const known = made.get(story);
  if (known !== undefined) return known;
  const evidence = make(story);
  made.set(story, evidence);
  return evidence;
}

async function make(story: Story): Promise<OwnEvidence> {
  const change = await story.pull(story.vulnerable());
  const { evidence } = await story.run(pullRequest(change), AFTER);
  return { text: evidence ?? '', merge: change.merge };
}

/** The same as an artifact that claims to be of a push to main. @param says the commit that is named in it */
export async function forgery(story: Story, headSha: string, says: string): Promise<Kept> {
  const { text, merge } = await evidenceOf(story);
  const changed = text.replaceAll(merge, says);
  const zip = zipSync({ 'evidence.json': strToU8(changed) });
  const name = 'image-gate-evidence-image-gate';
  return { name, zip, headSha, headBranch: 'main', event: 'push', createdAt: '2026-01-28T08:00:00Z' };
}
