/**
 * npm run dead-letters -- list|show|replay|discard [filters] [--dry-run]
 *
 * Nothing of a record's content is printed unless it is asked for by `show --bytes`.
 */
import { parseArgs } from 'node:util';
import {
  createCodec,
  createLogger,
  handleDeadLetters,
  type Letter,
  type LetterFilter,
  readLetters,
  runtimeConfig,
} from '@clinical/runtime';
import { finishedJobs } from './job-states.ts';

const USAGE = `Usage: npm run dead-letters -- <command> [filters]

  list      letters that wait for a decision, one a line
  show      all that is known of each; --bytes adds the original value in base64
  replay    send each to its original topic again, as the job's next attempt
  discard   mark each as settled, without sending it

Filters: --job <id> --tenant <name> --stage <name> --code <code> --attempt <n> --at <partition/offset>
         --since <time> --until <time> (ISO 8601)  --all (with those handled already; list and show)
Options: --dry-run (replay, discard): say what would be done  --json`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    job: { type: 'string' },
    tenant: { type: 'string' },
    stage: { type: 'string' },
    code: { type: 'string' },
    attempt: { type: 'string' },
    at: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    all: { type: 'boolean', default: false },
    bytes: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const filter: LetterFilter = {
  ...(values.job === undefined ? {} : { job_id: values.job }),
  ...(values.tenant === undefined ? {} : { tenant: values.tenant }),
  ...(values.stage === undefined ? {} : { stage: values.stage }),
  ...(values.code === undefined ? {} : { code: values.code }),
  ...(values.attempt === undefined ? {} : { job_attempt: Number(values.attempt) }),
  ...(values.at === undefined ? {} : { at: values.at }),
  ...(values.since === undefined ? {} : { since: new Date(values.since).toISOString() }),
  ...(values.until === undefined ? {} : { until: new Date(values.until).toISOString() }),
  handled: values.all,
};

const facts = ({ source, at, ...letter }: Letter) => ({
  at: `${at.partition}/${at.offset}`,
  ...letter,
  bytes: source.value?.length ?? 0,
  ...(values.bytes ? { value: source.value?.toString('base64') ?? null } : {}),
});

const line = ({ at, last_at, stage, code, job_id, job_attempt, handled }: Letter) =>
  [`${at.partition}/${at.offset}`, last_at, stage, code, job_id ?? '-', `attempt ${job_attempt}`, handled ?? '']
    .join('  ')
    .trimEnd();

async function main(command: string | undefined): Promise<number> {
  if (values.help || command === undefined) {
    console.log(USAGE);
    return command === undefined && !values.help ? 2 : 0;
  }
  const config = runtimeConfig(process.env);
  switch (command) {
    case 'list':
    case 'show': {
      const letters = await readLetters(config, filter);
      if (values.json || command === 'show') console.log(JSON.stringify(letters.map(facts), null, 2));
      else for (const letter of letters) console.log(line(letter));
      return 0;
    }
    case 'replay':
    case 'discard': {
      const results = await handleDeadLetters(
        config,
        { codec: createCodec(config.registry), log: createLogger('dead-letters', config.logLevel) },
        {
          action: command === 'replay' ? 'replayed' : 'discarded',
          filter,
          isFinished: await finishedJobs(config),
          dryRun: values['dry-run'],
        },
      );
      for (const { letter, outcome } of results) console.log(`${outcome}  ${line(letter)}`);
      if (results.length === 0) console.log('No letter matches.');
      return 0;
    }
    default:
      console.error(USAGE);
      return 2;
  }
}

process.exitCode = await main(positionals[0]);
