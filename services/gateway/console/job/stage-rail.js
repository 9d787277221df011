import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { stepsOf } from '../stages.js';
import { spell } from '../time.js';

const ICONS = { done: 'check', failed: 'cross', stopped: 'stop' };

/** The way through the pipeline: what is done and how long it took, what runs, what failed. */
export function StageRail({ job, timeline, live }) {
  const { t, language } = useTexts();
  const now = useClock(!job.terminal);
  const { steps, total } = stepsOf(job, timeline, now);
  const current = steps.find(({ state }) => state === 'running');
  return html`
    <section class="rail" aria-label=${t('rail.label')}>
      <ol>
        ${steps.map(
          ({ name, state, took }) => html`
            <li data-state=${state} aria-current=${state === 'running' ? 'step' : undefined}>
              <span class="rail-dot">${ICONS[state] && html`<${Icon} name=${ICONS[state]} />`}</span>
              <span class="rail-name">${t(`step.${name}`)}</span>
              <span class="rail-time">${took === null ? '' : spell(took, language)}</span>
            </li>
          `,
        )}
      </ol>
      <p class="rail-total quiet">
        ${total !== null && t(job.terminal ? 'rail.total' : 'rail.soFar', { time: spell(total, language) })}
        ${!job.terminal && !live && html`<span class="offline">${t('rail.reconnecting')}</span>`}
      </p>
      <p class="unseen" role="status">
        ${job.terminal ? t(`status.${job.status}`) : current && t('rail.now', { step: t(`step.${current.name}`) })}
        ${job.delayed && t('status.delayed')}
      </p>
    </section>
  `;
}

function useClock(running) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
