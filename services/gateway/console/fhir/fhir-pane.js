import { useMemo } from 'preact/hooks';
import { byType } from '../fhir-lines.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { CopyButton } from '../parts/copy-button.js';
import { useObjectUrl } from '../parts/object-url.js';
import { Resource } from './resource.js';

export function FhirPane({ id, job, fhir }) {
  const { t } = useTexts();
  const file = useMemo(() => fhir && new Blob([fhir.text], { type: 'application/fhir+json' }), [fhir]);
  const download = useObjectUrl(file);
  if (fhir === null) return html`<p class="quiet empty">${t(job.terminal ? 'fhir.none' : 'fhir.waiting')}</p>`;
  const { bundle, text } = fhir;
  const groups = byType(bundle);
  return html`
    <section class="fhir" aria-label="FHIR">
      <header class="pane-head fhir-head">
        <div>
          <h2>${t('fhir.heading')}</h2>
          <p class="quiet">${t('fhir.about', { n: bundle.entry?.length ?? 0, type: bundle.type })}</p>
        </div>
        <div class="actions">
          <${CopyButton} text=${text} label=${t('fhir.copy')} />
          <a class="button" href=${download} download=${`${id}.fhir.json`}><${Icon} name="download" />${t('fhir.download')}</a>
        </div>
      </header>
      <ul class="fhir-index" aria-label=${t('fhir.types')}>
        ${groups.map(([type, entries]) => html`<li key=${type}>${type} <span class="quiet">${entries.length}</span></li>`)}
      </ul>
      ${groups.map(
        ([type, entries]) => html`
          <section key=${type} class="fhir-type" aria-labelledby=${`fhir-${type}`}>
            <h3 id=${`fhir-${type}`}>${type}</h3>
            ${entries.map((entry, index) => html`<${Resource} key=${entry.fullUrl ?? index} entry=${entry} />`)}
          </section>
        `,
      )}
    </section>
  `;
}
