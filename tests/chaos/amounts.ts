import type { CampaignOptions } from './campaign.ts';

type Shape = Pick<CampaignOptions, 'jobs' | 'amounts' | 'instances' | 'inferenceMs' | 'settleMs'>;

/** What has to be survived before a release: `npm run chaos`. */
export const FULL: Shape = {
  jobs: 2000,
  instances: 2,
  inferenceMs: 200,
  settleMs: 60_000,
  amounts: {
    durationMs: 10 * 60_000,
    kills: 70,
    zombies: 15,
    brokerKills: 8,
    registryKills: 5,
    redisKills: 5,
    redisFlushes: 2,
    networkCuts: 20,
    rollingRestarts: 2,
    scalings: 4,
    inferenceFaults: 8,
    zombieMs: 8000,
  },
};

/** About a minute of the same, in `npm test`. */
export const SHORT: Shape = {
  jobs: 150,
  instances: 2,
  inferenceMs: 100,
  settleMs: 60_000,
  amounts: {
    durationMs: 40_000,
    kills: 4,
    zombies: 1,
    brokerKills: 1,
    registryKills: 1,
    redisKills: 1,
    redisFlushes: 0,
    networkCuts: 2,
    rollingRestarts: 0,
    scalings: 1,
    inferenceFaults: 2,
    zombieMs: 8000,
  },
};
