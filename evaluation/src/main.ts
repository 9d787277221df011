import { evaluate } from './evaluate.ts';
import { readOptions, USAGE } from './options.ts';

if (process.argv.includes('--help')) console.log(USAGE);
else {
  try {
    const options = readOptions(process.argv.slice(2), process.env);
    process.exitCode = (await evaluate(options, console.log)) ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
