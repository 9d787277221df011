import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { clock } from '../time.js';

/** The words that an item stands on, and who said them when. */
export function Quotes({ evidence, segments }) {
  const { t } = useTexts();
  return html`
    <ul class="quotes">
      ${evidence.map(({ segment_id, quote }) => {
        const segment = segments.get(segment_id);
        const who =
          segment &&
          (segment.speaker_label ?? (segment.speaker === 'unknown' ? null : t(`speaker.${segment.speaker}`)));
        const at = segment?.start_ms == null ? null : clock(segment.start_ms);
        return html`
          <li>
            <q>${quote}</q>
            <span class="quiet">${[who, at].filter(Boolean).join(', ')}</span>
          </li>
        `;
      })}
    </ul>
  `;
}
