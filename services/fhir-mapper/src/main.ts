import { ConfigurationError, folderBlobStore, Registry, runService, runtimeConfig } from '@clinical/runtime';
import { mapperConfig } from './config.ts';
import { mapperMetrics } from './metrics.ts';
import { mapperStage } from './stage.ts';
import { warmUp } from './validate/gate.ts';

const config = runtimeConfig(process.env);
if (config.blobs.folder === null) throw new ConfigurationError('Bad configuration: BLOB_DIR is needed');
const settings = mapperConfig(process.env);
const metrics = new Registry();
warmUp();

await runService({
  name: 'fhir-mapper',
  config,
  metrics,
  stage: mapperStage({
    settings,
    blobs: folderBlobStore(config.blobs.folder),
    inlineMaxBytes: config.blobs.inlineMaxBytes,
    observe: mapperMetrics(metrics),
  }),
});
