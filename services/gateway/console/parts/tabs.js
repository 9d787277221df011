import { useId, useRef } from 'preact/hooks';
import { html } from '../html.js';

/** The tab pattern of WAI-ARIA: one tab stop, arrows, Home and End move among the tabs. */
export function Tabs({ label, tabs, selected, onSelect, children }) {
  const base = useId();
  const list = useRef(null);
  const index = tabs.findIndex(({ id }) => id === selected);

  const onKeyDown = (event) => {
    const last = tabs.length - 1;
    const moves = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(tabs[next].id);
    list.current?.children[next]?.focus();
  };

  return html`
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label=${label} ref=${list} onKeyDown=${onKeyDown}>
        ${tabs.map(
          (tab) => html`
            <button type="button" role="tab" key=${tab.id} id=${`${base}-${tab.id}`} aria-controls=${`${base}-panel`}
              aria-selected=${String(tab.id === selected)} tabindex=${tab.id === selected ? 0 : -1}
              onClick=${() => onSelect(tab.id)}>${tab.label}</button>
          `,
        )}
      </div>
      <div class="tab-panel" role="tabpanel" id=${`${base}-panel`} aria-labelledby=${`${base}-${selected}`}>${children}</div>
    </div>
  `;
}
