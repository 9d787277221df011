import { because } from '../errors/cause.ts';
import { ratio } from '../statistics.ts';
import { caught, missed, TrapCase } from '../trap-cases.ts';
import type { Scorer } from './scorer.ts';

/** Traps: what is published as present and the patient's though it is not; true findings that got lost. */
export const traps: Scorer = {
  scores: [
    { name: 'traps caught', better: 'lower', target: 0, gated: true, figure: ratio },
    { name: 'true findings kept', better: 'higher', target: null, gated: true, figure: ratio },
  ],
  count({ record, summary }, note) {
    const trap = TrapCase.safeParse(record.row);
    if (!trap.success) return null;
    const wrong = caught(trap.data, summary);
    const lost = missed(trap.data, summary);
    for (const one of wrong) note('traps caught', because('trap', trap.data.category), one);
    for (const one of lost) note('true findings kept', because('trap', trap.data.category), one);
    return {
      'traps caught': [Number(wrong.length > 0), 1],
      'true findings kept': [trap.data.expect.length - lost.length, trap.data.expect.length],
    };
  },
};
