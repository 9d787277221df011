import { useState } from 'preact/hooks';
import { describe } from '../fhir-lines.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { CopyButton } from '../parts/copy-button.js';

/** A resource in a readable line; its JSON is made only once it is opened. */
export function Resource({ entry }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const text = open ? JSON.stringify(entry.resource, null, 2) : '';
  return html`
    <details class="resource" onToggle=${(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>${describe(entry.resource)}</span>
        ${entry.request && html`<code class="quiet">${entry.request.method}</code>`}
      </summary>
      ${open && html`<div class="json"><${CopyButton} text=${text} label=${t('fhir.copyOne')} /><pre tabindex="0">${text}</pre></div>`}
    </details>
  `;
}
