import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';

/** What the engine drafted and the verification did not let through, with its reason. */
export function Rejected({ drafts, lang }) {
  const { t, has } = useTexts();
  if (drafts.length === 0) return null;
  return html`
    <details class="doubts">
      <summary><h3>${t('rejected.heading', { n: drafts.length })}</h3></summary>
      <p class="quiet">${t('rejected.text')}</p>
      <ul>
        ${drafts.map(
          (draft, index) => html`
            <li key=${index} class="rejected">
              <p><s lang=${lang}>${draft.text}</s> <span class="assertion">${t(draft.kind ? `kind.one.${draft.kind}` : `rejected.${draft.what}`)}</span></p>
              <p class="quiet">${has(`reason.${draft.reason}`) ? t(`reason.${draft.reason}`) : draft.reason}</p>
              ${draft.quote && html`<p class="quiet"><q lang=${lang}>${draft.quote}</q></p>`}
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}
