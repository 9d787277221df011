import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';

/** What may be said about a submission: its language and the shape of its bundle. Both may be left to the service. */
export function Options({ value, onChange }) {
  const { t } = useTexts();
  const choose = (name, choices) => html`
    <label class="field">
      <span>${t(`option.${name}`)}</span>
      <select value=${value[name]} onChange=${(event) => onChange({ ...value, [name]: event.currentTarget.value })}>
        ${choices.map((choice) => html`<option value=${choice}>${t(`option.${name}.${choice || 'default'}`)}</option>`)}
      </select>
    </label>
  `;
  return html`<div class="options">${choose('language', ['', 'es', 'en'])} ${choose('profile', ['', 'ips'])}</div>`;
}
