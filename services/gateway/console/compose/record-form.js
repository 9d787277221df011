import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Icon } from '../icons.js';
import { useObjectUrl } from '../parts/object-url.js';
import { clock } from '../time.js';
import { AudioNote } from './file-form.js';
import { useSubmissionKey } from './submission-key.js';

/** Records through the microphone; the sound stays in this page until it is sent. */
export function RecordForm({ sending, options, capabilities, onSubmit, children }) {
  const { t } = useTexts();
  const recorder = useRef(null);
  const [seconds, setSeconds] = useState(0);
  const [recording, setRecording] = useState(false);
  const [file, setFile] = useState(null);
  const [refusal, setRefusal] = useState(null);
  const keyFor = useSubmissionKey();
  const listen = useObjectUrl(file);

  useEffect(() => {
    if (!recording) return;
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [recording]);
  useEffect(() => () => release(recorder.current), []);

  if (capabilities?.audio === false) return html`<${AudioNote} />`;
  if (!navigator.mediaDevices || !globalThis.MediaRecorder)
    return html`<p class="aside-note">${t('record.unsupported')}</p>`;

  const start = async () => {
    setRefusal(null);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const chunks = [];
      const taking = new MediaRecorder(stream);
      taking.ondataavailable = ({ data }) => chunks.push(data);
      taking.onstop = () => {
        release(taking);
        setRecording(false);
        const type = (chunks[0]?.type || taking.mimeType).split(';')[0];
        setFile(
          new File(chunks, `recording.${type.includes('mp4') ? 'm4a' : type.includes('ogg') ? 'ogg' : 'webm'}`, {
            type,
          }),
        );
      };
      recorder.current = taking;
      setSeconds(0);
      setFile(null);
      taking.start(1000);
      setRecording(true);
    } catch {
      setRefusal(t('record.refused'));
    }
  };

  const send = (event) => {
    event.preventDefault();
    const { language, profile } = options;
    onSubmit(() => api.submitFile({ file, language, profile }, keyFor(file, language, profile)));
  };

  return html`
    <form onSubmit=${send}>
      <div class="drop">
        <p class="take" data-on=${recording} role="timer" aria-label=${t('record.length')}>${clock(seconds * 1000)}</p>
        ${
          recording
            ? html`<button type="button" class="danger" onClick=${() => recorder.current.stop()}><${Icon} name="stop" />${t('record.stop')}</button>`
            : html`<button type="button" onClick=${start}><${Icon} name="mic" />${t(file ? 'record.again' : 'record.start')}</button>`
        }
        ${listen && html`<audio controls src=${listen} aria-label=${t('record.listen')}></audio>`}
        <p class="hint">${t('record.hint')}</p>
        <p role="alert">${refusal}</p>
      </div>
      <div class="form-foot">
        ${children}
        <button class="primary" disabled=${sending || file === null || recording}>${t(sending ? 'compose.sending' : 'compose.send')}</button>
      </div>
    </form>
  `;
}

function release(recorder) {
  if (recorder === null) return;
  if (recorder.state !== 'inactive') {
    recorder.onstop = null;
    recorder.stop();
  }
  for (const track of recorder.stream.getTracks()) track.stop();
}
