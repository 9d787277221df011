import { useEffect, useMemo, useRef } from 'preact/hooks';
import { anchorsBySegment, evidenceItems } from '../evidence.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { reveal } from './reveal.js';
import { Selection, useSelectionState } from './selection.js';
import { Summary } from './summary.js';
import { Transcript } from './transcript.js';

/** The two columns: what was said, and what was made of it. */
export function Reading({ job, transcript, summary }) {
  const { t } = useTexts();
  const selection = useSelectionState();
  const root = useRef(null);
  const anchors = useMemo(() => (summary ? anchorsBySegment(evidenceItems(summary)) : new Map()), [summary]);
  const { shown } = selection;

  useEffect(() => {
    const [first] = shown.items;
    if (first === undefined) return;
    const side = shown.from === 'summary' ? '.transcript' : '.summary';
    const target = [...root.current.querySelectorAll(`${side} [data-items]`)].find((element) =>
      element.dataset.items.split(' ').includes(first),
    );
    if (target) reveal(target, shown.pressed);
  }, [shown]);

  if (transcript === null)
    return html`<p class="quiet empty">${t(job.terminal ? 'reading.none' : 'reading.waiting')}</p>`;
  return html`
    <${Selection.Provider} value=${selection}>
      <div class="reading" ref=${root}>
        <${Transcript} transcript=${transcript} anchors=${anchors} />
        <section class="summary" aria-label=${t('summary.label')}>
          ${
            summary
              ? html`<${Summary} summary=${summary} transcript=${transcript} />`
              : html`<p class="quiet empty">${t(job.terminal ? 'summary.none' : 'summary.waiting')}</p>`
          }
        </section>
      </div>
    <//>
  `;
}
