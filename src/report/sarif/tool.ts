import type { ToolComponent } from 'sarif';
import type { ScannerFacts } from '../../model/verdict.ts';
import { type JsonNode, valueEntries } from '../json/stream.ts';
import { plain } from '../text/plain.ts';
import type { ToolFacts } from '../tool-facts.ts';

/** This program with the rules of one run (reporting descriptors), and Trivy as the extension that found the advisories. */
export function toTool(tool: ToolFacts, scanner: ScannerFacts | null, rules: Iterable<JsonNode>): JsonNode {
  const facts: Omit<ToolComponent, 'rules'> = {
    name: tool.name,
    fullName: 'Image Hardening Gate',
    version: tool.version,
    semanticVersion: tool.version,
    informationUri: tool.informationUri,
  };
  const driver: JsonNode = { entries: [...valueEntries(facts), ['rules', { items: rules }]] };
  const extensions = scanner === null ? {} : { extensions: [toExtension(scanner)] };
  return { entries: [['driver', driver], ...valueEntries(extensions)] };
}

function toExtension({ version, source, sha256, database }: ScannerFacts): ToolComponent {
  return {
    name: 'Trivy',
    version: plain(version, 60),
    informationUri: 'https://github.com/aquasecurity/trivy',
    properties: {
      source: plain(source, 500),
      sha256: plain(sha256, 64),
      databaseSource: database === null ? null : plain(database.source, 500),
      databaseUpdatedAt: database?.updatedAt == null ? null : plain(database.updatedAt, 60),
    },
  };
}
