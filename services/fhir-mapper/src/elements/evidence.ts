import type { Evidence } from '@clinical/contracts';
import type { Extension } from '@medplum/fhirtypes';
import type { Mapping } from '../mapping.ts';

export const DERIVATION_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';

/**
 * Where in the transcript a statement was said (FHIR Extensions Pack, derivation-reference). Offset and length count
 * UTF-16 code units of the DocumentReference's one content, so `path` is left out. A quote that does not stand in the
 * text word for word points to the document as a whole.
 */
export function derivedFrom(evidence: readonly Evidence[], mapping: Mapping): Extension[] {
  const spans = new Map<string, Extension>();
  for (const quote of evidence) {
    const span = mapping.transcript.locate(quote);
    if (span !== null) spans.set(`${span.offset}+${span.length}`, extension(mapping, span));
  }
  return spans.size > 0 ? [...spans.values()] : [extension(mapping)];
}

function extension(mapping: Mapping, span?: { offset: number; length: number }): Extension {
  const parts: Extension[] = [{ url: 'reference', valueReference: { reference: mapping.refs.document } }];
  if (span !== undefined) {
    parts.push({ url: 'offset', valueInteger: span.offset }, { url: 'length', valueInteger: span.length });
  }
  return { url: DERIVATION_REFERENCE, extension: parts };
}
