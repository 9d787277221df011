import { useEffect, useState } from 'preact/hooks';
import { api } from '../api.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { JobTable } from '../parts/job-table.js';
import { Problem } from '../parts/problem.js';

const FILTERS = [
  '',
  'pending',
  'transcribing',
  'summarizing',
  'mapping',
  'completed',
  'failed',
  'no_speech',
  'cancelled',
];

export function JobsView() {
  const { t } = useTexts();
  const [status, setStatus] = useState('');
  // The cursors that led here, so that "newer" can go back; the first page has none.
  const [cursors, setCursors] = useState([null]);
  const [page, setPage] = useState(null);
  const [problem, setProblem] = useState(null);
  const [refresh, setRefresh] = useState(0);
  const cursor = cursors.at(-1);

  useEffect(() => {
    const ended = new AbortController();
    setProblem(null);
    api.jobs({ status, cursor }, ended.signal).then(setPage, (error) => ended.signal.aborted || setProblem(error));
    return () => ended.abort();
  }, [status, cursor, refresh]);

  const choose = (event) => {
    setStatus(event.currentTarget.value);
    setCursors([null]);
  };
  return html`
    <section class="jobs-view">
      <div class="view-head">
        <h1>${t('jobs.heading')}</h1>
        <label class="field">
          <span>${t('jobs.status')}</span>
          <select value=${status} onChange=${choose}>
            ${FILTERS.map((name) => html`<option value=${name}>${t(name ? `status.${name}` : 'jobs.any')}</option>`)}
          </select>
        </label>
        <button type="button" onClick=${() => setRefresh((n) => n + 1)}><${Icon} name="retry" />${t('jobs.refresh')}</button>
      </div>
      ${problem && html`<${Problem} problem=${problem} />`}
      <div aria-live="polite" aria-busy=${String(page === null)}>
        ${page && (page.jobs.length === 0 ? html`<p class="quiet empty">${t('jobs.none')}</p>` : html`<${JobTable} jobs=${page.jobs} />`)}
      </div>
      <div class="pager">
        <button type="button" disabled=${cursors.length === 1} onClick=${() => setCursors(cursors.slice(0, -1))}>
          <${Icon} name="back" />${t('jobs.newer')}
        </button>
        <button type="button" disabled=${!page?.next_cursor} onClick=${() => setCursors([...cursors, page.next_cursor])}>
          ${t('jobs.older')}<${Icon} name="next" />
        </button>
      </div>
    </section>
  `;
}
