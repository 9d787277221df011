import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Fact } from './fact.js';

export function FactGroups({ groups, segments, lang }) {
  const { t } = useTexts();
  if (groups.length === 0) return html`<p class="quiet empty">${t('facts.none')}</p>`;
  return groups.map(
    ({ kind, facts }) => html`
      <section class="facts" key=${kind} aria-labelledby=${`kind-${kind}`}>
        <h3 id=${`kind-${kind}`}>${t(`kind.${kind}`)}</h3>
        <ul>
          ${facts.map(({ number, fact }) => html`<${Fact} key=${fact.id} number=${number} fact=${fact} segments=${segments} lang=${lang} />`)}
        </ul>
      </section>
    `,
  );
}
