import type { Device } from '@medplum/fhirtypes';
import { identifierOf } from '../elements/asserted.ts';
import { clean } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';

/** The software that made the statements: engine, model and prompt, each with its version. */
export function device(id: string, mapping: Mapping): Device {
  const { name, version, model, prompt_version } = mapping.engine;
  const stated = [
    ['engine', clean(`${name} ${version}`)],
    ['model', clean(model)],
    ['prompt', clean(prompt_version)],
  ] as const;
  const versions = stated.flatMap(([type, value]) => (value === null ? [] : [{ type: { text: type }, value }]));
  return {
    resourceType: 'Device',
    identifier: [identifierOf(id, mapping)],
    status: 'active',
    deviceName: [{ name: 'Clinical Summarizer', type: 'model-name' }],
    type: { text: mapping.labels.device },
    ...(versions.length > 0 && { version: versions }),
  };
}
