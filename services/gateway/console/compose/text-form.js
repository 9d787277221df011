import { useId, useState } from 'preact/hooks';
import { api } from '../api.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { SAMPLES } from '../samples.js';
import { useSubmissionKey } from './submission-key.js';

export function TextForm({ sending, options, onSubmit, children }) {
  const { t, number } = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const keyFor = useSubmissionKey();

  const send = (event) => {
    event.preventDefault();
    const { language, profile } = options;
    onSubmit(() => api.submitText({ text, language, profile }, keyFor(text, language, profile)));
  };

  return html`
    <form onSubmit=${send}>
      <div class="form-head">
        <label for=${id}>${t('text.label')}</label>
        <span class="samples">
          ${t('text.try')}
          <button type="button" class="link" onClick=${() => setText(SAMPLES.es)}>${t('text.sample.es')}</button>
          <button type="button" class="link" onClick=${() => setText(SAMPLES.en)}>${t('text.sample.en')}</button>
        </span>
      </div>
      <textarea id=${id} rows="14" value=${text} placeholder=${t('text.placeholder')} aria-describedby=${`${id}-hint`}
        required onInput=${(event) => setText(event.currentTarget.value)}></textarea>
      <p class="hint" id=${`${id}-hint`}>${t('text.hint')} ${text && t('text.length', { n: number(text.length) })}</p>
      <div class="form-foot">
        ${children}
        <button class="primary" disabled=${sending || text.trim() === ''}>${t(sending ? 'compose.sending' : 'compose.send')}</button>
      </div>
    </form>
  `;
}
