import { useEffect, useRef } from 'preact/hooks';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';

/** A modal dialog of the browser's own: focus stays inside, Escape closes, focus returns. */
export function EraseDialog({ open, onCancel, onConfirm }) {
  const { t } = useTexts();
  const dialog = useRef(null);
  useEffect(() => {
    if (open) dialog.current.showModal();
    else dialog.current.close();
  }, [open]);
  return html`
    <dialog ref=${dialog} aria-labelledby="erase-title" onClose=${onCancel}>
      <h2 id="erase-title">${t('erase.title')}</h2>
      <p>${t('erase.text')}</p>
      <div class="actions">
        <button type="button" onClick=${onCancel}>${t('erase.keep')}</button>
        <button type="button" class="danger solid" onClick=${onConfirm}>${t('erase.confirm')}</button>
      </div>
    </dialog>
  `;
}
