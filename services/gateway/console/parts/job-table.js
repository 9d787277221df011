import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { jobLink } from '../router.js';
import { Status } from './status.js';

/** Jobs without a word of what was said: a list is often on a screen that others see. */
export function JobTable({ jobs, compact = false }) {
  const { t, when, briefly } = useTexts();
  return html`
    <table class="jobs" data-compact=${compact}>
      <thead>
        <tr>
          <th scope="col">${t('jobs.when')}</th>
          ${!compact && html`<th scope="col">${t('jobs.kind')}</th>`}
          <th scope="col">${t('jobs.status')}</th>
          ${!compact && html`<th scope="col">${t('jobs.id')}</th>`}
        </tr>
      </thead>
      <tbody>
        ${jobs.map(
          (job) => html`
            <tr key=${job.job_id}>
              <td><a href=${jobLink(job.job_id)}>${(compact ? briefly : when)(new Date(job.submitted_at))}</a></td>
              ${!compact && html`<td>${t(`input.${job.kind ?? 'unknown'}`)}</td>`}
              <td><${Status} status=${job.status} delayed=${job.delayed} /></td>
              ${!compact && html`<td class="id">${job.job_id}</td>`}
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}
