import { useEffect, useState } from 'preact/hooks';
import { api, ProblemError } from '../api.js';
import { FileForm } from '../compose/file-form.js';
import { Options } from '../compose/options.js';
import { RecordForm } from '../compose/record-form.js';
import { TextForm } from '../compose/text-form.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { JobTable } from '../parts/job-table.js';
import { Problem } from '../parts/problem.js';
import { Tabs } from '../parts/tabs.js';
import { jobLink } from '../router.js';

const FORMS = { text: TextForm, file: FileForm, record: RecordForm };
const ICONS = { text: 'write', file: 'file', record: 'mic' };

export function ComposeView() {
  const { t } = useTexts();
  const [tab, setTab] = useState('text');
  const [options, setOptions] = useState({ language: '', profile: '' });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState(null);
  const [capabilities, setCapabilities] = useState(null);
  const [recent, setRecent] = useState([]);

  useEffect(() => {
    const ended = new AbortController();
    const ignore = () => {};
    api.capabilities(ended.signal).then(setCapabilities, ignore);
    api.jobs({ limit: 5 }, ended.signal).then(
      ({ jobs }) => setRecent(jobs),
      (error) => error.status === 401 && setProblem(error),
    );
    return () => ended.abort();
  }, []);

  /** `key` names what is sent, so sending the same thing again after a lost answer makes one job. */
  const submit = async (send) => {
    setSending(true);
    setProblem(null);
    try {
      const job = await send();
      location.hash = jobLink(job.job_id);
    } catch (error) {
      setProblem(error instanceof ProblemError ? error : new ProblemError({ code: 'unknown' }, error));
      setSending(false);
    }
  };

  const Form = FORMS[tab];
  const tabs = Object.keys(FORMS).map((id) => ({
    id,
    label: html`<${Icon} name=${ICONS[id]} />${t(`compose.${id}`)}`,
  }));
  return html`
    <div class="compose">
      <section class="compose-main">
        <h1>${t('compose.heading')}</h1>
        <p class="lede">${t('compose.lede')}</p>
        <${Tabs} label=${t('compose.how')} tabs=${tabs} selected=${tab} onSelect=${(id) => {
          setTab(id);
          setProblem(null);
        }}>
          <${Form} sending=${sending} options=${options} capabilities=${capabilities} onSubmit=${submit}>
            <${Options} value=${options} onChange=${setOptions} />
          <//>
        <//>
        ${problem && html`<${Problem} problem=${problem} />`}
      </section>
      <aside class="recent" aria-labelledby="recent">
        <h2 id="recent">${t('compose.recent')}</h2>
        ${
          recent.length === 0
            ? html`<p class="quiet">${t('jobs.none')}</p>`
            : html`<${JobTable} jobs=${recent} compact /><p><a href="#/jobs">${t('compose.all')}</a></p>`
        }
      </aside>
    </div>
  `;
}
