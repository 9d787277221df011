import { Component } from 'preact';
import { cutIntoPieces } from '../evidence.js';
import { html } from '../html.js';
import { clock } from '../time.js';

const NONE = [];

/**
 * One turn of the conversation with its quotes marked. A visit may have thousands of turns and the selection changes
 * with the pointer, so a segment renders again only when what is shown of its own quotes changes.
 */
export class Segment extends Component {
  shouldComponentUpdate(next) {
    const before = this.props;
    if (before.segment !== next.segment || before.anchors !== next.anchors || before.texts.t !== next.texts.t)
      return true;
    return litIn(before) !== litIn(next);
  }

  render({ segment, anchors = NONE, selection, texts }) {
    const { t } = texts;
    const name = segment.speaker_label ?? (segment.speaker === 'unknown' ? '' : t(`speaker.${segment.speaker}`));
    return html`
      <div class="segment" data-speaker=${segment.speaker} id=${`segment-${segment.id}`}>
        <p class="segment-who">
          <span class="who">${name}${segment.speaker_source === 'inferred' && html`<span title=${t('speaker.inferred')}>*</span>`}</span>
          ${segment.start_ms !== null && html`<span class="at">${clock(segment.start_ms)}</span>`}
        </p>
        <p class="segment-text" data-segment=${segment.id}>${cutIntoPieces(segment.text, anchors).map((piece) => mark(piece, segment, selection))}</p>
      </div>
    `;
  }
}

/** Words without a quote stay text; the others are a mark that can be pressed, and that names its items. */
function mark(piece, segment, selection) {
  if (piece.items.length === 0) return piece.text;
  const press = (event) => selection.press(piece.items, 'transcript', event);
  return html`
    <mark key=${`${segment.id}.${piece.start}`} role="button" tabindex="0" data-items=${piece.items.join(' ')}
      data-soft=${piece.items.every((item) => item.startsWith('omission.'))}
      data-lit=${piece.items.some(selection.isShown)} aria-pressed=${String(piece.items.some(selection.isPinned))}
      onClick=${press} onKeyDown=${(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        press(event);
      }} onMouseEnter=${(event) => selection.glanceAt(piece.items, 'transcript', event)} onMouseLeave=${selection.leave}
    >${piece.text}</mark>
  `;
}

const litIn = ({ anchors = NONE, selection }) =>
  anchors
    .filter(({ item }) => selection.isShown(item))
    .map(({ item }) => (selection.isPinned(item) ? `${item}!` : item))
    .join(' ');
