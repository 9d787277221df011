import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';

const LANGUAGES = [
  ['es', 'Español'],
  ['en', 'English'],
];
const THEMES = [
  [null, 'auto'],
  ['light', 'sun'],
  ['dark', 'moon'],
];

export function Header({ view, language, onLanguage, theme, onTheme }) {
  const { t } = useTexts();
  const link = (name, href, text) => html`
    <a href=${href} aria-current=${view === name ? 'page' : undefined}>${text}</a>
  `;
  return html`
    <header class="top">
      <a class="brand" href="#/"><img src="/console/icon.svg" alt="" width="26" height="26" />Clinical Summarizer</a>
      <nav aria-label=${t('nav.label')}>
        ${link('compose', '#/', t('nav.compose'))} ${link('jobs', '#/jobs', t('nav.jobs'))}
        <a href="/docs">${t('nav.api')}</a>
      </nav>
      <div class="settings">
        <div class="switch" role="group" aria-label=${t('settings.language')}>
          ${LANGUAGES.map(
            ([code, name]) => html`
              <button type="button" lang=${code} title=${name} aria-label=${name}
                aria-pressed=${String(language === code)} onClick=${() => onLanguage(code)}>${code.toUpperCase()}</button>
            `,
          )}
        </div>
        <div class="switch" role="group" aria-label=${t('settings.theme')}>
          ${THEMES.map(
            ([value, icon]) => html`
              <button type="button" title=${t(`theme.${icon}`)} aria-label=${t(`theme.${icon}`)}
                aria-pressed=${String(theme === value)} onClick=${() => onTheme(value)}><${Icon} name=${icon} /></button>
            `,
          )}
        </div>
      </div>
    </header>
  `;
}
