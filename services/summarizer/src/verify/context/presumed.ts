/** "Will it help the stiffness?": asked by who has it. */
const PRESUMED =
  /(?<![\p{L}])(?:help|ease|stop|cure|fix|shift|clear(?: up)?|relieve|improve|calm|soothe|(?:do|done) about|(?:any|some)thing for|what about|deal with|get rid of|put up with|liv(?:e|ing) with|settle|touch)(?: with| all)? (?:the|my|this|these|that|his|her) (?:\p{L}+ )?$/u;
/** "So why am I so tired?" */
const WHY =
  /(?<![\p{L}])(?:why (?:am|is|are|do|does|have|has) (?:i|he|she|(?:my|his|her) \p{L}+)(?: (?:so|always|still|get|getting|keep|got|this|these|all|the|feel|feeling|being|having))*|por que (?:estoy|tengo|me siento|me canso|ando|sigo|me)(?: (?:tan|siempre|tanto|tanta|con|este|esta|estos|estas))*) $/u;
export const isPresumed = (before: string): boolean => PRESUMED.test(before) || WHY.test(before);
