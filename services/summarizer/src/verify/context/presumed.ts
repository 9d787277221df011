/** "Will it help the stiffness?": asked by who has it. */
const PRESUMED =
  /(?<![\p{L}])(?:help|ease|stop|cure|fix|shift|clear(?: up)?|relieve|improve|calm|soothe|(?:do|done) about|(?:any|some)thing for|what about|deal with|get rid of|put up with|liv(?:e|ing) with|settle|touch)(?: with| all)? (?:the|my|this|these|that|his|her) (?:\p{L}+ )?$/u;
export const isPresumed = (before: string): boolean => PRESUMED.test(before);
