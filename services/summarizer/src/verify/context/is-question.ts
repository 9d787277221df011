const OPENS_AS_QUESTION =
  /^[\s¿,–—-]*(?:(?:and|so|ok(?:ay)?|now|well|y|bueno|a ver|entonces|pues|alright|all right|um|uh)[\s,]+)*(?:do|does|did|have|has|had|are|is|was|were|any|can|could|would|will)(?:n't)? (?:chance|possibility|risk (?:you|that)|you|he|she|it|they|there|any|your|the|anyone|anybody|been|had|ever|other|of|fever|chest|pain|history|allergies)\b/;

/** Whether a sentence asks. Recognisers drop the mark, so English inversion in a clinician's turn counts too. */
export function isQuestion(text: string, clinician: boolean): boolean {
  const trimmed = text.trimEnd();
  if (trimmed.endsWith('?') || trimmed.startsWith('¿')) return true;
  return clinician && OPENS_AS_QUESTION.test(text);
}
