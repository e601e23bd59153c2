import type { ReportingDescriptor, Tool, ToolComponent } from 'sarif';
import type { ScannerFacts } from '../../model/verdict.ts';
import { plain } from '../text/plain.ts';
import type { ToolFacts } from '../tool-facts.ts';

/** This program with the rules of one run, and Trivy as the extension that found the advisories. */
export function toTool(tool: ToolFacts, scanner: ScannerFacts | null, rules: ReportingDescriptor[]): Tool {
  return {
    driver: {
      name: tool.name,
      fullName: 'Image Hardening Gate',
      version: tool.version,
      semanticVersion: tool.version,
      informationUri: tool.informationUri,
      rules,
    },
    ...(scanner === null ? {} : { extensions: [toExtension(scanner)] }),
  };
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
