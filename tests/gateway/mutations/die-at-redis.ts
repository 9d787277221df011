/**
 * Kills the process at one of the commands that it sends to Redis about a job: DIE_AT_REDIS is the command's number,
 * from 1, and a side of it, such as `3:before`.
 */
import { Redis } from 'ioredis';

const ABOUT_A_JOB = /\{[0-9a-f]{8}-[0-9a-f-]{27}\}/;
const [number, side] = (process.env.DIE_AT_REDIS ?? '0:').split(':');
let count = 0;

const send = Redis.prototype.sendCommand;
Redis.prototype.sendCommand = function (command, ...rest) {
  const about = command.args.some((argument) => ABOUT_A_JOB.test(String(argument)));
  if (!about || ++count !== Number(number)) return send.call(this, command, ...rest);
  if (side === 'before') process.kill(process.pid, 'SIGKILL');
  const answer = send.call(this, command, ...rest);
  command.promise.then(
    () => process.kill(process.pid, 'SIGKILL'),
    () => process.kill(process.pid, 'SIGKILL'),
  );
  return answer;
};
