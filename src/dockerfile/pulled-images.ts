import type { PulledImage } from '../model/dockerfile.ts';
import { SCRATCH } from './stage-graph.ts';
import type { StageNode } from './stage-node.ts';
import type { SyntaxImage } from './syntax-image.ts';

/** Every image that the build of these nodes fetches, one entry for each place that names it. */
export function listPulledImages(nodes: readonly StageNode[], syntax: SyntaxImage | null): PulledImage[] {
  const pulled: PulledImage[] = [];
  if (syntax !== null) {
    const { reference, location } = syntax;
    pulled.push({ reference, written: reference, via: 'syntax', stage: null, location });
  }
  for (const node of nodes) {
    if (node.stage === null) continue;
    const base = node.parent === null ? outerBase(node) : null;
    if (base !== null) pulled.push(base);
    for (const { step, sources } of node.steps) {
      for (const source of sources) {
        if (source.stage !== null || source.base === SCRATCH) continue;
        const { written, base: reference } = source;
        const via = step.command.kind === 'run' ? 'mount' : 'copy';
        pulled.push({ reference, written, via, stage: node.position, location: step.instruction.location });
      }
    }
  }
  return pulled;
}

/** The image at the bottom of a FROM chain; null for scratch. */
export function outerBase(root: StageNode): PulledImage | null {
  if (root.base === SCRATCH) return null;
  return { reference: root.base, written: root.written, via: 'from', stage: root.position, location: root.location };
}
