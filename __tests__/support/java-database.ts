import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** An empty zip file with this comment (APPNOTE.TXT, 4.3.16), which is a Java archive by its name. */
export function javaArchive(comment: string): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, Buffer.from(comment)]);
}

export interface KnownArchive {
  readonly bytes: Uint8Array;
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

/** A Java database in the form of trivy-java-db (schema 1) that knows one archive. */
export async function makeJavaDatabase(
  folder: string,
  { bytes, group, artifact, version }: KnownArchive,
  nextUpdate: string,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'trivy-java.db'));
  database.exec('CREATE TABLE artifacts(id INTEGER PRIMARY KEY, group_id TEXT, artifact_id TEXT)');
  database.exec('CREATE TABLE indices(artifact_id INTEGER, version TEXT, sha1 BLOB, archive_type TEXT)');
  database.prepare('INSERT INTO artifacts VALUES(1, ?, ?)').run(group, artifact);
  const sha1 = createHash('sha1').update(bytes).digest();
  database.prepare('INSERT INTO indices VALUES(1, ?, ?, ?)').run(version, new Uint8Array(sha1), 'jar');
  database.close();
  const metadata = { Version: 1, NextUpdate: nextUpdate, UpdatedAt: '2026-02-01T00:00:00Z' };
  await writeFile(join(folder, 'metadata.json'), JSON.stringify(metadata));
  return folder;
}
