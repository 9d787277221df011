import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { KeyForm } from './key-form.js';

/** What went wrong, in the page's language where the code is known, else in the server's own words. */
export function Problem({ problem, children }) {
  const { t, has } = useTexts();
  const known = has(`problem.${problem.code}`);
  return html`
    <div class="problem" role="alert">
      <${Icon} name="alert" />
      <div>
        <p class="problem-title">${known ? t(`problem.${problem.code}`) : problem.title || t('problem.unknown')}</p>
        ${problem.detail && html`<p>${problem.detail}</p>`}
        <p class="problem-code"><code>${problem.code}</code></p>
        ${problem.code === 'unauthenticated' && html`<${KeyForm} />`}
        ${children}
      </div>
    </div>
  `;
}
