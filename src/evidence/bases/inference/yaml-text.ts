import { isNode, LineCounter, parseDocument } from 'yaml';

export interface YamlText {
  readonly value: unknown;
  /** The line of a value, counted from 1. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Null for what is no YAML, or grows or nests beyond measure: such a file tells nothing, and is somebody else's to report. */
export function readYaml(text: string): YamlText | null {
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true, logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const lineOf: YamlText['lineOf'] = (path) => {
      const node = document.getIn(path, true);
      return Math.max(1, lines.linePos(isNode(node) && node.range ? node.range[0] : 0).line);
    };
    return { value, lineOf };
  } catch {
    return null;
  }
}

export function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a plain value; null for maps, lists and nothing. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
