import { createHash } from 'node:crypto';
import type { DocumentReference } from '@medplum/fhirtypes';
import { identifierOf } from '../elements/asserted.ts';
import type { Mapping } from '../mapping.ts';

/** The transcript, by reference: one content, plain text, with the SHA-1 that R4's Attachment.hash asks for. */
export const documentReference = (id: string, mapping: Mapping): DocumentReference => ({
  resourceType: 'DocumentReference',
  identifier: [identifierOf(id, mapping)],
  status: 'current',
  docStatus: 'preliminary',
  type: { text: mapping.labels.transcript },
  subject: { reference: mapping.refs.patient },
  date: mapping.submittedAt,
  content: [
    {
      attachment: {
        contentType: 'text/plain; charset=utf-8',
        ...(mapping.language && { language: mapping.language }),
        url: `${mapping.settings.publicUrl}/v1/jobs/${mapping.jobId}/transcript?format=text`,
        hash: createHash('sha1').update(mapping.transcript.text, 'utf8').digest('base64'),
      },
    },
  ],
  context: { encounter: [{ reference: mapping.refs.encounter }] },
});
