import { useEffect, useMemo, useRef } from 'preact/hooks';
import { anchorsBySegment, evidenceItems } from '../evidence.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { reveal } from './reveal.js';
import { Selection, useSelectionStore } from './selection.js';
import { Summary } from './summary.js';
import { Transcript } from './transcript.js';

/** The two columns: what was said, and what was made of it. */
export function Reading({ job, transcript, summary }) {
  const { t } = useTexts();
  const selection = useSelectionStore();
  const root = useRef(null);
  const anchors = useMemo(() => (summary ? anchorsBySegment(evidenceItems(summary)) : new Map()), [summary]);

  useEffect(
    () =>
      selection.subscribe(() => {
        const { items, from, pressed } = selection.shown;
        if (items.length === 0) return;
        const side = from === 'summary' ? '.transcript' : '.summary';
        const target = root.current?.querySelector(`${side} [data-items~="${CSS.escape(items[0])}"]`);
        if (target) reveal(target, pressed);
      }),
    [selection],
  );

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
