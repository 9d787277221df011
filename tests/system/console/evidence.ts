import type { Evidence, Segment, Summary, Transcript } from '@clinical/contracts';
import type { Page } from 'playwright-core';

/** segment id -> the characters that a fact's evidence covers; UTF-16 code units, overlaps once. */
export function coveredText(evidence: readonly Evidence[], segments: readonly Segment[]): Record<string, string> {
  const covered: Record<string, string> = {};
  for (const segment of segments) {
    const own = evidence.filter(({ segment_id }) => segment_id === segment.id);
    if (own.length === 0) continue;
    covered[segment.id] = Array.from({ length: segment.text.length }, (_, at) => at)
      .filter((at) => own.some(({ start, end }) => at >= start && at < end))
      .map((at) => segment.text[at])
      .join('');
  }
  return covered;
}

/** segment id -> the text that the page highlights now. */
export async function litText(page: Page): Promise<Record<string, string>> {
  const lit: Record<string, string> = {};
  for (const paragraph of await page.locator('[data-segment]:has(mark[data-lit="true"])').all()) {
    const marks = await paragraph.locator('mark[data-lit="true"]').allTextContents();
    lit[(await paragraph.getAttribute('data-segment'))!] = marks.join('');
  }
  return lit;
}

export interface JobArtefacts {
  readonly transcript: Transcript;
  readonly summary: Summary;
  readonly fhir: { readonly entry: readonly unknown[] };
}

export async function artefactsOf(base: string, jobId: string, signal: AbortSignal): Promise<JobArtefacts> {
  const get = async (name: string) => {
    const response = await fetch(new URL(`/v1/jobs/${jobId}/${name}`, base), { signal });
    if (!response.ok) throw new Error(`GET ${name} answered ${response.status}`);
    return response.json();
  };
  const [transcript, summary, fhir] = await Promise.all([get('transcript'), get('summary'), get('fhir')]);
  return { transcript, summary, fhir } as JobArtefacts;
}
