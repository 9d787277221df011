import { AGE, GENDER } from '../evidence.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { Quotes } from './quotes.js';
import { pointsAt, useSelection } from './selection.js';

/** Age and gender, only where they were said; "not stated" is an answer too. */
export function PatientLine({ patient, segments }) {
  const { t, number } = useTexts();
  const age = patient.age && t(`age.${patient.age.unit}`, { n: number(patient.age.value) });
  const gender = patient.gender && t(`gender.${patient.gender.value}`);
  return html`
    <dl class="patient">
      <${Said} label=${t('patient.age')} value=${age} item=${AGE} evidence=${patient.age?.evidence} segments=${segments} />
      <${Said} label=${t('patient.gender')} value=${gender} item=${GENDER} evidence=${patient.gender?.evidence} segments=${segments} />
    </dl>
  `;
}

function Said({ label, value, item, evidence, segments }) {
  const { t } = useTexts();
  const selection = useSelection([item]);
  return html`
    <div>
      <dt>${label}</dt>
      ${
        value
          ? html`
            <dd>
              <button type="button" class="said" data-items=${item} data-lit=${selection.isShown(item)}
                aria-pressed=${String(selection.isPinned(item))} ...${pointsAt(selection, [item])}>${value}</button>
              ${selection.isPinned(item) && html`<${Quotes} evidence=${evidence} segments=${segments} />`}
            </dd>`
          : html`<dd class="quiet">${t('patient.unstated')}</dd>`
      }
    </div>
  `;
}
