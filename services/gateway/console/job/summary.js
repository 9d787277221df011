import { useMemo } from 'preact/hooks';
import { numberFacts } from '../facts.js';
import { html } from '../html.js';
import { useTexts } from '../i18n/index.js';
import { FactGroups } from './fact-groups.js';
import { MadeBy } from './made-by.js';
import { Narrative } from './narrative.js';
import { Omissions } from './omissions.js';
import { PatientLine } from './patient-line.js';
import { Rejected } from './rejected.js';

export function Summary({ summary, transcript }) {
  const { t } = useTexts();
  const facts = useMemo(() => numberFacts(summary.facts), [summary]);
  const segments = useMemo(() => new Map(transcript.segments.map((segment) => [segment.id, segment])), [transcript]);
  const lang = summary.language.length === 2 ? summary.language : undefined;
  return html`
    <header class="pane-head"><h2>${t('summary.heading')}</h2><p class="quiet">${t('summary.how')}</p></header>
    <${PatientLine} patient=${summary.patient} segments=${segments} />
    <${Narrative} sentences=${summary.narrative} numbers=${facts.numbers} lang=${lang} />
    <${FactGroups} groups=${facts.groups} segments=${segments} lang=${lang} />
    <${Omissions} omissions=${summary.possible_omissions} segments=${segments} lang=${lang} />
    <${Rejected} drafts=${summary.rejected} lang=${lang} />
    <${MadeBy} summary=${summary} />
  `;
}
