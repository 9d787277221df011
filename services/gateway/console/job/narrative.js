import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { pointsAt, useSelection } from './selection.js';

/** Sentences, each with the numbers of the facts that carry it, as footnotes. */
export function Narrative({ sentences, numbers, lang }) {
  const { t } = useTexts();
  if (sentences.length === 0) return html`<p class="narrative quiet">${t('narrative.none')}</p>`;
  return html`
    <p class="narrative" lang=${lang}>
      ${sentences.map(
        (sentence) => html`
          <span class="sentence">
            ${sentence.text}${sentence.fact_ids
              .filter((id) => numbers.has(id))
              .map((id) => html`<${Citation} key=${id} id=${id} number=${numbers.get(id)} />`)}
          </span> ${' '}
        `,
      )}
    </p>
  `;
}

function Citation({ id, number }) {
  const { t, language } = useTexts();
  const selection = useSelection([id]);
  return html`
    <sup><button type="button" class="citation" lang=${language} aria-label=${t('narrative.cites', { n: number })}
      aria-pressed=${String(selection.isPinned(id))} data-lit=${selection.isShown(id)}
      ...${pointsAt(selection, [id])}>${number}</button></sup>
  `;
}
