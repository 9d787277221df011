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
  readonly atOnce: number;
  /** Write this run's figures as the accepted ones. */
  readonly accept: boolean;
  readonly gate: boolean;
}

export const USAGE = `npm run evaluate -- [--engine embedded|openai] [--corpora <folder>] [--corpus <name>[,<name>]] --out <folder>
                    [--limit <records>] [--at-once <n>] [--accept] [--no-gate]
Corpora are read from --corpora or CORPORA_DIR; without them the project's own trap cases are run.
The openai engine is configured as the service is: LLM_BASE_URL, LLM_API_KEY, LLM_MODEL.`;

export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      engine: { type: 'string', default: 'embedded' },
      corpora: { type: 'string' },
      corpus: { type: 'string', multiple: true },
      out: { type: 'string', default: 'evaluation/report' },
      limit: { type: 'string', default: '1000000' },
      'at-once': { type: 'string', default: '4' },
      accept: { type: 'boolean', default: false },
      'no-gate': { type: 'boolean', default: false },
    },
  });
  const { engine } = values;
  if (engine !== 'embedded' && engine !== 'openai')
    throw new Error(`--engine ${engine} is neither embedded nor openai`);
  const limit = Number(values.limit);
  const atOnce = Number(values['at-once']);
  if (!(limit > 0) || !(atOnce > 0)) throw new Error('--limit and --at-once want positive numbers');
  return {
    engine,
    folder: values.corpora ?? env.CORPORA_DIR ?? null,
    corpora: values.corpus?.flatMap((names) => names.split(',')).filter((name) => name !== '') ?? null,
    out: values.out,
    limit,
    atOnce,
    accept: values.accept,
    gate: !values['no-gate'],
  };
}
