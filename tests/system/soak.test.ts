/** The short form of `npm run soak`: long enough to see handles grow and jobs end twice, too short to judge memory. */
import { expect, inject, test } from 'vitest';
import { soak, soakTable } from '../soak/soak.ts';

test('half of the greatest rate is kept up, and no handle stays behind', async () => {
  const report = await soak({
    addresses: inject('stack'),
    metricsUrls: new Map(Object.entries(inject('metricsUrls'))),
    saturateJobs: 400,
    steadyJobs: () => 200,
    sampleMs: 200,
    log: () => {},
  });
  const shown = soakTable(report);
  expect(report.jobs, shown).toMatchObject({ refused: 0, repeated: 0, ended: report.jobs.submitted });
  expect(Object.keys(report.held)).toEqual(['gateway-1', 'transcriber-1', 'summarizer-1', 'fhir-mapper-1']);
  // The gateway's follow its clients' connections, of which a busy machine has more open at a time.
  const { 'gateway-1': _, ...stages } = report.held;
  for (const [name, { early, late }] of Object.entries(stages)) {
    expect(late.openFiles, `${name}\n${shown}`).toBeLessThanOrEqual(early.openFiles + 4);
  }
}, 120_000);
