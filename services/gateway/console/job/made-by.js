import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';

/** Which machine wrote this. */
export function MadeBy({ summary }) {
  const { t, number } = useTexts();
  const { engine, usage } = summary;
  const rows = [
    ['engine', `${engine.name} ${engine.version}`],
    ['model', engine.model],
    ['prompt', engine.prompt_version],
    ['language', t(`language.${summary.language}`)],
    [
      'tokens',
      usage &&
        t('made.usage', {
          prompt: number(usage.prompt_tokens),
          completion: number(usage.completion_tokens),
          calls: number(usage.calls),
        }),
    ],
    ['cost', usage?.cost && `${number(usage.cost.amount, { maximumSignificantDigits: 3 })} ${usage.cost.currency}`],
  ].filter(([, value]) => value);
  return html`
    <footer class="made-by">
      <h3>${t('made.heading')}</h3>
      <dl>${rows.map(([name, value]) => html`<div key=${name}><dt>${t(`made.${name}`)}</dt><dd>${value}</dd></div>`)}</dl>
    </footer>
  `;
}
