import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface Options {
  readonly engine: 'embedded' | 'openai';
  /** Folder of JSONL corpora; null: the project's own traps alone. */
  readonly folder: string | null;
  /** Names of corpora, without .jsonl; null: all of the folder. */
  readonly corpora: readonly string[] | null;
  readonly out: string;
  /** Records of each corpus at most. */
  readonly limit: number;
  /** Of each file by order: 1 to develop on, 2 held back; null: both. */
  readonly half: 1 | 2 | null;
  readonly atOnce: number;
  /** Write this run's figures as the accepted ones. */
  readonly accept: boolean;
  /** File of the figures to compare with. */
  readonly accepted: string;
  readonly gate: boolean;
}

export const USAGE = `npm run evaluate -- [--engine embedded|openai] [--corpora <folder>] [--corpus <name>[,<name>]] --out <folder>
                    [--half 1|2] [--limit <records>] [--at-once <n>] [--accept] [--accepted <file>] [--no-gate]
Corpora are read from --corpora or CORPORA_DIR; without them the project's own trap cases are run.
The openai engine is configured as the service is: LLM_BASE_URL, LLM_API_KEY, LLM_MODEL.
Ends with 1 where a gated score fell below the accepted figures or is gone, with 2 where something can't be read.`;

const EVERY = '1000000';

export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      engine: { type: 'string', default: 'embedded' },
      corpora: { type: 'string' },
      corpus: { type: 'string', multiple: true },
      out: { type: 'string', default: 'evaluation/report' },
      half: { type: 'string' },
      limit: { type: 'string', default: EVERY },
      'at-once': { type: 'string', default: '4' },
      accept: { type: 'boolean', default: false },
      accepted: { type: 'string' },
      'no-gate': { type: 'boolean', default: false },
    },
  });
  const { engine } = values;
  if (engine !== 'embedded' && engine !== 'openai')
    throw new Error(`--engine ${engine} is neither embedded nor openai`);
  const { half } = values;
  if (half !== undefined && half !== '1' && half !== '2') throw new Error(`--half ${half} is neither 1 nor 2`);
  const limit = Number(values.limit);
  const atOnce = Number(values['at-once']);
  if (!(limit > 0) || !(atOnce > 0)) throw new Error('--limit and --at-once want positive numbers');
  if (values.accept && (half !== undefined || values.limit !== EVERY))
    throw new Error('--accept wants whole corpora, without --half or --limit');
  return {
    engine,
    folder: values.corpora ?? env.CORPORA_DIR ?? null,
    corpora: values.corpus?.flatMap((names) => names.split(',')).filter((name) => name !== '') ?? null,
    out: values.out,
    limit,
    half: half === undefined ? null : half === '1' ? 1 : 2,
    atOnce,
    accept: values.accept,
    accepted: values.accepted ?? fileURLToPath(new URL(`../accepted/${engine}.json`, import.meta.url)),
    gate: !values['no-gate'],
  };
}
