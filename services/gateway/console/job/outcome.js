import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { Problem } from '../parts/problem.js';

/** What a reader must know before reading: how the job ended, degraded engines, warnings. */
export function Outcome({ job, summary, transcript }) {
  const { t } = useTexts();
  const degraded = summary?.degraded || job.degraded;
  const warnings = collect(transcript?.warnings, summary?.warnings, job.warnings).filter(
    ({ code }) => !(degraded && code === 'model_unavailable'),
  );
  return html`
    ${job.delayed && !job.terminal && html`<${Note} tone="wait" title=${t('outcome.delayed')} text=${job.delayed} />`}
    ${job.status === 'failed' && html`<${Problem} problem=${job.problem ?? { code: 'unknown' }} />`}
    ${job.status === 'no_speech' && html`<${Note} title=${t('outcome.no_speech')} text=${t('outcome.no_speech.why')} />`}
    ${job.status === 'cancelled' && html`<${Note} title=${t('outcome.cancelled')} />`}
    ${degraded && html`<${Note} tone="warn" title=${t('outcome.degraded')} text=${t('outcome.degraded.why')} />`}
    ${warnings.map((warning) => html`<${Warning} key=${warning.code} warning=${warning} />`)}
  `;
}

function Warning({ warning }) {
  const { t, has } = useTexts();
  const key = `warning.${warning.code}`;
  return html`<${Note} tone="warn" title=${has(key) ? t(key) : warning.code} text=${warning.detail} />`;
}

export const Note = ({ tone = 'plain', title, text }) => html`
  <div class="note" data-tone=${tone} role="note">
    <${Icon} name=${tone === 'wait' ? 'clock' : 'alert'} />
    <p><strong>${title}</strong>${text && html` <span>${text}</span>`}</p>
  </div>
`;

/** The same warning may come with the transcript, the summary and the job. */
function collect(...lists) {
  const unique = new Map();
  for (const warning of lists.flat()) {
    if (!warning) continue;
    const { code, detail = '' } = typeof warning === 'string' ? { code: warning } : warning;
    if (!unique.has(code) || detail) unique.set(code, { code, detail });
  }
  return [...unique.values()];
}
