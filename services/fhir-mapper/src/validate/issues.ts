import type { OperationOutcomeIssue } from '@medplum/fhirtypes';

/** Collects what is wrong. An issue names a rule and a place, never a value: it may be logged and published. */
export class Issues {
  readonly list: OperationOutcomeIssue[] = [];

  add(rule: string, expression: string, code: OperationOutcomeIssue['code'] = 'invalid'): void {
    this.list.push({ severity: 'error', code, details: { text: rule }, expression: [expression] });
  }
}
