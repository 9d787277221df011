import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';

export function CopyButton({ text, label }) {
  const { t } = useTexts();
  const [state, setState] = useState('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return html`
    <button type="button" onClick=${copy}>
      <${Icon} name=${state === 'copied' ? 'check' : 'copy'} /><span role="status">${state === 'idle' ? label : t(`copy.${state}`)}</span>
    </button>
  `;
}
