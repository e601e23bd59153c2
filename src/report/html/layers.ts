import type { Finding } from '../../model/finding.ts';
import { type Severity, worst } from '../../model/severity.ts';
import type { LayerFacts, SubjectVerdict } from '../../model/verdict.ts';
import { counted } from '../text/words.ts';
import { severityCounts } from './badges.ts';
import { html, type Markup } from './markup.ts';
import { place, sizeText } from './prose.ts';
import { LIMITS, type ShownFinding } from './view.ts';

/** Names of a subject's layers on the page, by diff id: `1-0` is the lowest layer of the first subject. */
export function layerKeys({ layers }: SubjectVerdict, subject: number): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [index, { diffId }] of layers.slice(0, LIMITS.layers).entries()) {
    // The same empty layer may come several times; findings are shown at the first.
    if (!keys.has(diffId)) keys.set(diffId, `${subject}-${index}`);
  }
  return keys;
}

/**
 * A picture of what the image is made of, in the order of its Dockerfile: how large each layer is, what was found in it,
 * and the line that made it.
 */
export function layerStack(
  subject: SubjectVerdict,
  keys: ReadonlyMap<string, string>,
  shown: readonly ShownFinding[],
  fileBaseUrl: string | null,
): Markup {
  const layers = subject.layers.slice(0, LIMITS.layers);
  if (layers.length === 0) return html``;
  const found = Map.groupBy(subject.findings, ({ image }) => keys.get(image?.layer ?? '') ?? '');
  const largest = layers.reduce((most, { size }) => Math.max(most, size), 1);
  const total = subject.layers.reduce((sum, { size }) => sum + size, 0);
  const seen = new Set<string>();
  const rows = layers.map((layer, index) => {
    const key = keys.get(layer.diffId) ?? '';
    const isFirst = !seen.has(key);
    seen.add(key);
    const findings = isFirst ? (found.get(key) ?? []) : [];
    const { dockerfile } = subject.subject;
    return row({
      layer,
      below: layers[index - 1],
      key: isFirst ? key : '',
      findings,
      largest,
      dockerfile,
      first: firstOf(layer, shown),
      fileBaseUrl,
    });
  });
  const elsewhere = found.get('')?.length ?? 0;
  const more = subject.layers.length - layers.length;
  return html`<section class="layers"><details open>
<summary><h3>Layers</h3> <span class="note">${layers.length + more}, ${sizeText(total)} as stored</span></summary>
<ol class="stack">${rows}</ol>
${more > 0 ? html`<p class="note">${counted(more, 'more layer')} not shown.</p>` : ''}
${elsewhere > 0 ? html`<p class="note">${counted(elsewhere, 'finding is', 'findings are')} about the configuration, not a layer.</p>` : ''}
</details></section>`;
}

interface Row {
  readonly layer: LayerFacts;
  readonly below: LayerFacts | undefined;
  /** '' for a layer whose findings stand elsewhere. */
  readonly key: string;
  readonly findings: readonly Finding[];
  /** Bytes of the largest layer. */
  readonly largest: number;
  /** Of the subject. */
  readonly dockerfile: string | null;
  /** `id` of the worst finding of the layer; null when none is shown. */
  readonly first: string | null;
  readonly fileBaseUrl: string | null;
}

function row({ layer, below, key, findings, largest, dockerfile, first, fileBaseUrl }: Row): Markup {
  const { origin, location, size } = layer;
  const isSameBase = origin === 'base' && below?.origin === 'base' && below.instruction === layer.instruction;
  return html`<li class="layer${origin === 'base' ? ' layer-base' : ''}"${key === '' ? '' : html` id="layer-${key}"`}>
<div class="layer-row"><span class="layer-name">${isSameBase ? html`<span class="note">same base image</span>` : name(layer)}</span><span class="layer-size">${sizeText(size)}</span></div>
${bar(size / largest, findings.length === 0 ? null : worst(findings.map((one) => one.severity)))}
<div class="layer-row"><span class="layer-place">${location === null || isSameBase ? '' : place(location, fileBaseUrl, dockerfile)}</span>${findingsLink(findings, key, first)}</div>
</li>`;
}

function firstOf({ diffId }: LayerFacts, shown: readonly ShownFinding[]): string | null {
  return shown.find(({ finding }) => finding.image?.layer === diffId)?.id ?? null;
}

function name({ instruction, origin }: LayerFacts): Markup {
  // The line says the whole digest.
  const shown = instruction.replace(/@sha256:([0-9a-f]{8})[0-9a-f]{56}/, '@sha256:$1…');
  if (shown !== '') return html`<code>${shown}</code>`;
  return html`<span class="note">${origin === 'base' ? 'base image' : 'not known what made it'}</span>`;
}

/** As long as the layer is large, in the colour of the worst that was found in it. Style attributes are not allowed here. */
function bar(share: number, severity: Severity | null): Markup {
  const width = Math.max(0.6, Math.min(100, share * 100)).toFixed(1);
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="4"/><rect class="fill fill-${severity ?? 'none'}" width="${width}" height="4"/></svg>`;
}

/** Leads to the worst finding of the layer; with the script it shows those of the layer alone. */
function findingsLink(findings: readonly Finding[], key: string, first: string | null): Markup {
  const label = html`<span class="unseen">${counted(findings.length, 'finding')}: </span>${severityCounts(findings)}`;
  if (findings.length === 0) return html`<span class="layer-found note">no findings</span>`;
  if (first === null) return html`<span class="layer-found">${label}</span>`;
  return html`<a class="layer-found" href="#${first}" data-layer="${key}">${label}</a>`;
}
