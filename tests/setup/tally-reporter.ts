import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Counts for the line that closes a run; a file that could not be loaded, or a stray error, counts as failed. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env.CLINICAL_TALLY_FILE;
    if (!file) return;
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      let failedInModule = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failedInModule += 1;
      }
      failed += failedInModule === 0 && module.state() === 'failed' ? 1 : failedInModule;
    }
    writeFileSync(file, JSON.stringify({ passed, failed }));
  }
}
