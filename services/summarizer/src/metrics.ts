import type { Summary } from '@clinical/contracts';
import { Counter, type Registry } from '@clinical/runtime';

/** What the summarizer counts of each summary: by engine and by reasons of the code, never by data. */
export function summaryMetrics(registry: Registry): (summary: Summary) => void {
  const registers = [registry];
  const summaries = new Counter({
    name: 'summarizer_summaries_total',
    help: 'Summaries by the engine that drafted them, and whether for want of the configured one',
    labelNames: ['engine', 'degraded'],
    registers,
  });
  const tokens = new Counter({
    name: 'summarizer_tokens_total',
    help: 'Tokens as the model server counted them',
    labelNames: ['model', 'direction'],
    registers,
  });
  const calls = new Counter({
    name: 'summarizer_model_calls_total',
    help: 'Calls to the model',
    labelNames: ['model'],
    registers,
  });
  const facts = new Counter({
    name: 'summarizer_facts_total',
    help: 'Facts published, by kind and assertion',
    labelNames: ['kind', 'assertion'],
    registers,
  });
  const rejected = new Counter({
    name: 'summarizer_rejected_total',
    help: 'Claims that verification did not publish, by reason',
    labelNames: ['what', 'reason'],
    registers,
  });
  const omissions = new Counter({
    name: 'summarizer_possible_omissions_total',
    help: 'Possible omissions listed',
    registers,
  });

  return ({ engine, degraded, usage, facts: published, rejected: refused, possible_omissions }) => {
    summaries.inc({ engine: engine.name, degraded: String(degraded) });
    for (const { kind, assertion } of published) facts.inc({ kind, assertion });
    for (const { what, reason } of refused) rejected.inc({ what, reason });
    omissions.inc(possible_omissions.length);
    if (usage === null) return;
    const model = engine.model ?? engine.name;
    calls.inc({ model }, usage.calls);
    tokens.inc({ model, direction: 'prompt' }, usage.prompt_tokens);
    tokens.inc({ model, direction: 'completion' }, usage.completion_tokens);
  };
}
