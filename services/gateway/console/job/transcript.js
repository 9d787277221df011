import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { spell } from '../time.js';
import { Segment } from './segment.js';

export function Transcript({ transcript, anchors }) {
  const { t, number, language } = useTexts();
  const quality = transcript.audio_quality;
  const facts = [
    t(`language.${transcript.language}`),
    t('transcript.segments', { n: number(transcript.segments.length) }),
    transcript.engine.model ?? transcript.engine.name,
    quality &&
      t('transcript.speech', { speech: spell(quality.speech_ms, language), all: spell(quality.duration_ms, language) }),
    quality?.snr_db != null && t('transcript.snr', { n: number(Math.round(quality.snr_db)) }),
  ].filter(Boolean);
  const guessed = transcript.segments.some((segment) => segment.speaker_source === 'inferred');
  return html`
    <section class="transcript" aria-labelledby="transcript-title">
      <header class="pane-head">
        <h2 id="transcript-title">${t('transcript.heading')}</h2>
        <p class="quiet">${facts.join(' · ')}</p>
        ${guessed && html`<p class="quiet">${t('transcript.guessed')}</p>`}
      </header>
      <div class="segments" data-scrolls tabindex="0" role="group" aria-label=${t('transcript.heading')} lang=${transcript.language.length === 2 ? transcript.language : undefined}>
        ${transcript.segments.map(
          (segment) => html`
            <${Segment} key=${segment.id} segment=${segment} anchors=${anchors.get(segment.id)} />
          `,
        )}
      </div>
    </section>
  `;
}
