import { useId, useState } from 'preact/hooks';
import { api } from '../api.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { useSubmissionKey } from './submission-key.js';

const ACCEPT = '.txt,.vtt,.srt,.json,text/plain,text/vtt,application/json,audio/*,video/webm,video/mp4';
const isAudio = (file) =>
  /^(audio|video)\//.test(file.type) || /\.(mp3|m4a|wav|ogg|oga|opus|webm|flac|aac)$/i.test(file.name);

export function FileForm({ sending, options, capabilities, onSubmit, children }) {
  const { t, number } = useTexts();
  const id = useId();
  const [file, setFile] = useState(null);
  const [over, setOver] = useState(false);
  const keyFor = useSubmissionKey();
  const refused = file !== null && isAudio(file) && capabilities?.audio === false;

  const send = (event) => {
    event.preventDefault();
    const { language, profile } = options;
    onSubmit(() => api.submitFile({ file, language, profile }, keyFor(file, language, profile)));
  };
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files[0]) setFile(event.dataTransfer.files[0]);
  };

  return html`
    <form onSubmit=${send}>
      <div class="drop" data-over=${over} onDragOver=${(event) => {
        event.preventDefault();
        setOver(true);
      }} onDragLeave=${() => setOver(false)} onDrop=${drop}>
        <${Icon} name="file" />
        <p><label for=${id}>${t('file.choose')}</label> ${t('file.drop')}</p>
        <input id=${id} type="file" accept=${ACCEPT} aria-describedby=${`${id}-hint`}
          onChange=${(event) => setFile(event.currentTarget.files[0] ?? null)} />
        <p class="hint" id=${`${id}-hint`}>${t('file.hint')}</p>
        <p class="file-name" aria-live="polite">
          ${file && html`<strong>${file.name}</strong> ${number(Math.ceil(file.size / 1024))} KB`}
        </p>
      </div>
      ${capabilities?.audio === false && html`<${AudioNote} />`}
      <div class="form-foot">
        ${children}
        <button class="primary" disabled=${sending || file === null || refused}>${t(sending ? 'compose.sending' : 'compose.send')}</button>
      </div>
    </form>
  `;
}

/** Why audio is not taken here, and what would change that. */
export function AudioNote() {
  const { t } = useTexts();
  return html`<p class="aside-note"><${Icon} name="alert" /><span>${t('audio.missing')} <code>ASR_BASE_URL</code></span></p>`;
}
