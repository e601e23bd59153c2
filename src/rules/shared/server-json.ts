import * as z from 'zod';
import type { Evidence } from '../../model/subject.ts';

/** What a server.json (MCP registry) says, as far as rules use it. */
export interface ServerJson {
  readonly file: string;
  readonly name: string;
  /** Transport types of its OCI packages, such as `stdio`. */
  readonly transports: readonly string[];
}

/** `absent`: the repository was read and has none. `unreadable`: there is one, but it is not of the expected form. */
export type ServerJsonState =
  | { readonly kind: 'found'; readonly server: ServerJson }
  | { readonly kind: 'absent' | 'unreadable' | 'not-read' };

const LONGEST = 1024 * 1024;
const SCHEMA = z.object({
  name: z.string().max(300),
  packages: z
    .array(z.object({ registryType: z.string().optional(), transport: z.object({ type: z.string() }).optional() }))
    .optional(),
});

export function serverJsonOf({ repository }: Evidence): ServerJsonState {
  const given = repository?.serverJson;
  if (given === undefined) return { kind: 'not-read' };
  if (given === null) return { kind: 'absent' };
  const decoded = SCHEMA.safeParse(jsonOf(given.text));
  if (!decoded.success) return { kind: 'unreadable' };
  const { name, packages = [] } = decoded.data;
  const images = packages.filter(({ registryType }) => registryType === 'oci');
  const transports = [...new Set(images.flatMap(({ transport }) => transport?.type ?? []))];
  return { kind: 'found', server: { file: given.file, name, transports } };
}

function jsonOf(text: string): unknown {
  if (text.length > LONGEST) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
