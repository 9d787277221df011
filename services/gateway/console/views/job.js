import { useEffect, useState } from 'preact/hooks';
import { api } from '../api.js';
import { FhirPane } from '../fhir/fhir-pane.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { EraseDialog } from '../job/erase-dialog.js';
import { JobHead } from '../job/job-head.js';
import { Outcome } from '../job/outcome.js';
import { Reading } from '../job/reading.js';
import { StageRail } from '../job/stage-rail.js';
import { useJob } from '../job-stream.js';
import { Problem } from '../parts/problem.js';
import { Tabs } from '../parts/tabs.js';
import { jobLink } from '../router.js';

export function JobView({ id, tab }) {
  const { t } = useTexts();
  const [generation, setGeneration] = useState(0);
  const [state, dispatch] = useJob(id, generation);
  const [erasing, setErasing] = useState(false);
  const [refused, setRefused] = useState(null);
  const { job, transcript, summary, fhir, problem } = state;

  useEffect(() => setRefused(null), [job?.seq]);

  const act = async (action) => {
    setRefused(null);
    try {
      const answer = await api[action](id);
      if (action === 'cancel') dispatch({ type: 'job', job: answer });
      if (action === 'retry') setGeneration((n) => n + 1);
      if (action === 'erase') location.hash = '#/jobs';
    } catch (error) {
      setRefused(error);
    } finally {
      setErasing(false);
    }
  };

  if (job === null) {
    return problem
      ? html`<section class="lone"><h1>${t('title.job')}</h1><${Problem} problem=${problem}><a href="#/jobs">${t('nav.jobs')}</a><//></section>`
      : html`<p class="lone quiet" aria-busy="true">${t('job.loading')}</p>`;
  }
  const tabs = [
    { id: 'summary', label: t('job.tab.summary') },
    { id: 'fhir', label: t('job.tab.fhir') },
  ];
  const select = (name) => {
    location.hash = jobLink(id, name === 'fhir' ? 'fhir' : '');
  };
  return html`
    <article class="job">
      <${JobHead} job=${job} onCancel=${() => act('cancel')} onRetry=${() => act('retry')} onErase=${() => setErasing(true)} />
      <${StageRail} job=${job} timeline=${state.timeline} live=${state.live} />
      ${refused && html`<${Problem} problem=${refused} />`}
      ${problem && html`<${Problem} problem=${problem} />`}
      <${Outcome} job=${job} summary=${summary} transcript=${transcript} />
      <${Tabs} label=${t('job.tabs')} tabs=${tabs} selected=${tab} onSelect=${select}>
        ${tab === 'fhir' ? html`<${FhirPane} id=${id} job=${job} fhir=${fhir} />` : html`<${Reading} job=${job} transcript=${transcript} summary=${summary} />`}
      <//>
      <${EraseDialog} open=${erasing} onCancel=${() => setErasing(false)} onConfirm=${() => act('erase')} />
    </article>
  `;
}
