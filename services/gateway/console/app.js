import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { html } from './html.js';
import { Texts, translator } from './i18n/index.js';
import { Header } from './parts/header.js';
import { browserLanguage, usePreference } from './preferences.js';
import { useRoute } from './router.js';
import { SignIn, setApiKey } from './session.js';
import { ComposeView } from './views/compose.js';
import { JobView } from './views/job.js';
import { JobsView } from './views/jobs.js';

export function App() {
  const route = useRoute();
  const [chosen, setLanguage] = usePreference('language', ['es', 'en']);
  const [theme, setTheme] = usePreference('theme', ['light', 'dark']);
  const language = chosen ?? browserLanguage();
  const texts = useMemo(() => translator(language), [language]);
  const [signedIn, setSignedIn] = useState(0);
  const main = useRef(null);
  const place = route.view + (route.id ?? '');
  const arrivedAt = useRef(place);

  // Before the first paint: a dark page must not flash white.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useLayoutEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [theme]);
  useEffect(() => {
    document.title = `${texts.t(`title.${route.view}`)} · Clinical Summarizer`;
    // A change of view moves the reader to its beginning, as a page load would; the first view has had its load.
    if (arrivedAt.current === place) return;
    arrivedAt.current = place;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place, texts]);

  const signIn = (key) => {
    setApiKey(key);
    setSignedIn((n) => n + 1);
  };
  const { t } = texts;
  return html`
    <${Texts.Provider} value=${texts}>
      <a class="skip" href="#main" onClick=${(event) => {
        event.preventDefault();
        main.current?.focus();
      }}>${t('skip')}</a>
      <${Header} view=${route.view} language=${language} onLanguage=${setLanguage} theme=${theme} onTheme=${setTheme} />
      <p class="notice" role="note">${t('notice')}</p>
      <main id="main" ref=${main} tabindex="-1">
        <${SignIn.Provider} key=${signedIn} value=${signIn}>
        ${route.view === 'compose' && html`<${ComposeView} />`}
        ${route.view === 'jobs' && html`<${JobsView} />`}
        ${route.view === 'job' && html`<${JobView} key=${route.id} id=${route.id} tab=${route.tab} />`}
        <//>
      </main>
    <//>
  `;
}
