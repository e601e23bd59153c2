import { splitBlanks } from '../../../dockerfile/blanks.ts';
import { isGitSource, isHttpSource } from '../../../dockerfile/git-source.ts';
import { dockerfileVariable } from '../../../dockerfile/shell/variables.ts';
import type { DockerfileEvidence, Instruction } from '../../../model/dockerfile.ts';
import { COMMIT } from './git-clones.ts';
import { hostOf } from './words.ts';

/** An address in ADD whose content nothing fixes. */
export interface FloatingAdd {
  readonly instruction: Instruction;
  readonly kind: 'file' | 'git';
  readonly source: string;
  readonly host: string | null;
}

export interface RemoteAdds {
  readonly floating: readonly FloatingAdd[];
  /** Those whose address hangs on a variable without a value. */
  readonly open: readonly Instruction[];
}

/** ADD of addresses in the reachable stages. Local files, archives and heredocs are no addresses. */
export function remoteAdds(dockerfile: DockerfileEvidence): RemoteAdds {
  const floating: FloatingAdd[] = [];
  const open: Instruction[] = [];
  for (const stage of dockerfile.reachable) {
    for (const instruction of dockerfile.stages[stage]?.instructions ?? []) {
      if (
        instruction.keyword !== 'ADD' ||
        instruction.flags.some(({ name, value }) => name === 'checksum' && value !== '')
      )
        continue;
      for (const written of sourcesOf(instruction)) {
        const source = expandText(written, dockerfile);
        const kind = kindOf(source);
        if (kind === null) {
          if (source.startsWith('$')) open.push(instruction);
        } else if (kind === 'file' || !isFixed(source))
          floating.push({ instruction, kind, source: written, host: hostOf(source) });
      }
    }
  }
  return { floating, open };
}

function sourcesOf({ json, text }: Instruction): readonly string[] {
  const words = json ?? splitBlanks(text).map((word) => word.replace(/^["']|["']$/g, ''));
  return words.slice(0, -1).filter((word) => !word.startsWith('<<'));
}

function kindOf(source: string): FloatingAdd['kind'] | null {
  try {
    if (isGitSource(source)) return 'git';
  } catch {
    return 'git';
  }
  return isHttpSource(source) ? 'file' : null;
}

/** `#<commit>`, `#<commit>:folder`, `?ref=`, `?commit=` or `?checksum=`. */
function isFixed(source: string): boolean {
  const [address = '', fragment = ''] = source.split('#', 2);
  const query = new URLSearchParams(address.split('?')[1] ?? '');
  const names = [
    fragment.split(':', 1)[0] ?? '',
    query.get('ref') ?? '',
    query.get('commit') ?? '',
    query.get('checksum') ?? '',
  ];
  return names.some((name) => COMMIT.test(name));
}

function expandText(text: string, dockerfile: DockerfileEvidence): string {
  return text.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (written, braced?: string, bare?: string) => {
    return dockerfileVariable(dockerfile, braced ?? bare ?? '') ?? written;
  });
}
