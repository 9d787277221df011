import { saidAttributes } from '../facts.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Quotes } from './quotes.js';
import { pointsAt, useSelection } from './selection.js';

/** One fact in a line: its number, its words, what was said about it, and how it was asserted. */
export function Fact({ number, fact, segments, lang }) {
  const { t, has, language } = useTexts();
  const selection = useSelection([fact.id]);
  const pinned = selection.isPinned(fact.id);
  const details = `fact-${fact.id}-details`;
  const whose = fact.experiencer === 'patient' ? null : (fact.relation ?? t(`experiencer.${fact.experiencer}`));
  return html`
    <li class="fact" data-assertion=${fact.assertion} data-lit=${selection.isShown(fact.id)} data-items=${fact.id}>
      <button type="button" class="fact-line" aria-expanded=${String(pinned)} aria-controls=${details} ...${pointsAt(selection, [fact.id])}>
        <span class="fact-number" aria-hidden="true">${number}</span>
        <span class="fact-body">
          <span class="fact-name" lang=${lang}>${fact.text}</span>
          ${whose && html`<span class="attribute" lang=${lang}>${whose}</span>`}
          ${saidAttributes(fact.attributes).map(
            ([name, words]) => html`
              <span class="attribute"><span class="attribute-name">${t(`attribute.${name}`)}</span> <span lang=${lang}>${words}</span></span>
            `,
          )}
        </span>
        <span class="badges">
          ${fact.flags.includes('contradicted') && html`<span class="assertion" data-assertion="contradicted">${t('flag.contradicted.short')}</span>`}
          <span class="assertion" data-assertion=${fact.assertion}>${t(`assertion.${fact.assertion}`)}</span>
        </span>
      </button>
      <div id=${details} hidden=${!pinned} class="fact-details" lang=${language}>
        ${
          pinned &&
          html`
          <${Quotes} evidence=${fact.evidence} segments=${segments} />
          <p class="quiet">
            ${[
              fact.name !== fact.text && fact.name,
              t(`source.${fact.source}`),
              ...fact.flags.map((flag) => (has(`flag.${flag}`) ? t(`flag.${flag}`) : flag)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>`
        }
      </div>
    </li>
  `;
}
