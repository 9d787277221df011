import { omissionId } from '../evidence.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Quotes } from './quotes.js';
import { pointsAt, useSelection } from './selection.js';

/** What a second pass over the transcript found and the summary lacks. */
export function Omissions({ omissions, segments, lang }) {
  const { t } = useTexts();
  if (omissions.length === 0) return null;
  return html`
    <section class="doubts" aria-labelledby="omissions">
      <h3 id="omissions">${t('omissions.heading')}</h3>
      <p class="quiet">${t('omissions.text')}</p>
      <ul>
        ${omissions.map((omission, index) => html`<${Omission} key=${index} item=${omissionId(index)} omission=${omission} segments=${segments} lang=${lang} />`)}
      </ul>
    </section>
  `;
}

function Omission({ item, omission, segments, lang }) {
  const { t } = useTexts();
  const selection = useSelection([item]);
  const pinned = selection.isPinned(item);
  return html`
    <li class="fact" data-lit=${selection.isShown(item)} data-items=${item}>
      <button type="button" class="fact-line" aria-expanded=${String(pinned)} ...${pointsAt(selection, [item])}>
        <span class="fact-body"><span class="fact-name" lang=${lang}>${omission.text}</span></span>
        <span class="assertion">${t(`kind.one.${omission.kind}`)}</span>
      </button>
      ${pinned && html`<div class="fact-details"><${Quotes} evidence=${omission.evidence} segments=${segments} /></div>`}
    </li>
  `;
}
