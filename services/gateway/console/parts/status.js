import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';

/** The job's state in a word; `delayed` shows beside it as it does not change the state. */
export function Status({ status, delayed }) {
  const { t } = useTexts();
  return html`
    <span class="status" data-status=${status}>${t(`status.${status}`)}</span>
    ${delayed && html`<span class="status" data-status="delayed">${t('status.delayed')}</span>`}
  `;
}
