import { ConfigurationError, folderBlobStore, Registry, runService, runtimeConfig } from '@clinical/runtime';
import { summarizerConfig } from './config.ts';
import { createEngines } from './engines.ts';
import { summaryMetrics } from './metrics.ts';
import { summarizerStage } from './stage.ts';

const config = runtimeConfig(process.env);
if (config.blobs.folder === null) throw new ConfigurationError('Bad configuration: BLOB_DIR is needed');
const metrics = new Registry();

await runService({
  name: 'summarizer',
  config,
  metrics,
  stage: summarizerStage({
    ...createEngines(summarizerConfig(process.env)),
    blobs: folderBlobStore(config.blobs.folder),
    inlineMaxBytes: config.blobs.inlineMaxBytes,
    observe: summaryMetrics(metrics),
  }),
});
