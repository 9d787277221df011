import { useContext, useId, useState } from 'preact/hooks';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { SignIn } from '../session.js';

/** Asks for the API key where a deployment wants one. */
export function KeyForm() {
  const { t } = useTexts();
  const id = useId();
  const signIn = useContext(SignIn);
  const [value, setValue] = useState('');
  const submit = (event) => {
    event.preventDefault();
    signIn(value.trim());
  };
  return html`
    <form class="key-form" onSubmit=${submit}>
      <label for=${id}>${t('key.label')}</label>
      <input id=${id} type="password" autocomplete="off" required value=${value} onInput=${(event) => setValue(event.currentTarget.value)} />
      <button>${t('key.use')}</button>
    </form>
  `;
}
