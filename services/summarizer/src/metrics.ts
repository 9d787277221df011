import type { Summary } from '@clinical/contracts';
import { Counter, Histogram, type Registry } from '@clinical/runtime';

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
  const perJob = new Histogram({
    name: 'summarizer_job_tokens',
    help: 'Tokens that one job took, by direction',
    labelNames: ['model', 'direction'],
    buckets: [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 500_000],
    registers,
  });
  const cost = new Counter({
    name: 'summarizer_cost_total',
    help: 'What the calls cost by the configured prices',
    labelNames: ['model', 'currency'],
    registers,
  });
  const jobCost = new Histogram({
    name: 'summarizer_job_cost',
    help: 'What one job cost by the configured prices',
    labelNames: ['model', 'currency'],
    buckets: [0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
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
    perJob.observe({ model, direction: 'prompt' }, usage.prompt_tokens);
    perJob.observe({ model, direction: 'completion' }, usage.completion_tokens);
    if (usage.cost === null) return;
    const { amount, currency } = usage.cost;
    cost.inc({ model, currency }, amount);
    jobCost.observe({ model, currency }, amount);
  };
}
