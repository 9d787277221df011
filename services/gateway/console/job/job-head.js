import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { Status } from '../parts/status.js';

export function JobHead({ job, onCancel, onRetry, onErase }) {
  const { t, when } = useTexts();
  return html`
    <header class="job-head">
      <div>
        <h1>${t('job.heading')} <${Status} status=${job.status} delayed=${job.delayed} /></h1>
        <p class="quiet">
          <time datetime=${job.submitted_at}>${when(new Date(job.submitted_at))}</time>
          <span class="id">${job.job_id}</span>
          ${job.attempt > 1 && html`<span>${t('job.attempt', { n: job.attempt })}</span>`}
        </p>
      </div>
      <div class="actions">
        ${!job.terminal && html`<button type="button" onClick=${onCancel}><${Icon} name="cross" />${t('job.cancel')}</button>`}
        ${job.links.retry && html`<button type="button" onClick=${onRetry}><${Icon} name="retry" />${t('job.retry')}</button>`}
        <button type="button" class="danger" onClick=${onErase}><${Icon} name="trash" />${t('job.erase')}</button>
      </div>
    </header>
  `;
}
