import type { Narrative } from '@medplum/fhirtypes';
import type { Mapping } from '../mapping.ts';
import { clean } from './text.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** XHTML of paragraphs and a list; the language stands on the div in both forms (R4 narrative, HTML and XML). */
export function narrative(mapping: Mapping, paragraphs: readonly string[], items: readonly string[] = []): Narrative {
  const lang = mapping.language === null ? '' : ` lang="${mapping.language}" xml:lang="${mapping.language}"`;
  const html = [
    ...readable(paragraphs).map((text) => `<p>${escapeXml(text)}</p>`),
    ...(items.length > 0
      ? [
          `<ul>${readable(items)
            .map((text) => `<li>${escapeXml(text)}</li>`)
            .join('')}</ul>`,
        ]
      : []),
  ].join('');
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml"${lang}>${html}</div>` };
}

const readable = (texts: readonly string[]): string[] => texts.map(clean).filter((text) => text !== null);
