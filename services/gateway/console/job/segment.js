import { useMemo } from 'preact/hooks';
import { cutIntoPieces } from '../evidence.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { clock } from '../time.js';
import { useSelection } from './selection.js';

const NONE = [];

/** One turn of the conversation with its quotes marked. */
export function Segment({ segment, anchors = NONE }) {
  const { t } = useTexts();
  const pieces = useMemo(() => cutIntoPieces(segment.text, anchors), [segment, anchors]);
  const items = useMemo(() => [...new Set(anchors.map(({ item }) => item))], [anchors]);
  const selection = useSelection(items);
  const name = segment.speaker_label ?? (segment.speaker === 'unknown' ? '' : t(`speaker.${segment.speaker}`));
  return html`
    <div class="segment" data-speaker=${segment.speaker}>
      <p class="segment-who">
        <span class="who">${name}${segment.speaker_source === 'inferred' && html`<span title=${t('speaker.inferred')}>*</span>`}</span>
        ${segment.start_ms !== null && html`<span class="at">${clock(segment.start_ms)}</span>`}
      </p>
      <p class="segment-text" data-segment=${segment.id}>${pieces.map((piece) => mark(piece, selection))}</p>
    </div>
  `;
}

/** Words without a quote stay text; the others are a mark that can be pressed, and that names its items. */
function mark({ text, start, items }, selection) {
  if (items.length === 0) return text;
  const press = (event) => selection.press(items, 'transcript', event);
  const onKeyDown = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press(event);
  };
  return html`
    <mark key=${start} role="button" tabindex="0" data-items=${items.join(' ')}
      data-soft=${items.every((item) => item.startsWith('omission.'))}
      data-lit=${items.some(selection.isShown)} aria-pressed=${String(items.some(selection.isPinned))}
      onClick=${press} onKeyDown=${onKeyDown} onMouseLeave=${selection.leave}
      onMouseEnter=${(event) => selection.glanceAt(items, 'transcript', event)}>${text}</mark>
  `;
}
