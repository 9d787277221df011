const COMPLAINTS = [
  ['Me duele la cabeza desde hace tres días.', '¿Ha tenido fiebre?', 'No.'],
  ['Tengo tos desde hace una semana.', '¿Le falta el aire?', 'Solo al subir escaleras.'],
  ['I have had a sore throat for two days.', 'Any fever?', 'No, no fever.'],
  ['My lower back hurts since Monday.', 'Any numbness in your legs?', 'No.'],
] as const;

/** A short consultation, different for every index so that no cache answers it. */
export function consultation(index: number): string {
  const [complaint, question, answer] = COMPLAINTS[index % COMPLAINTS.length]!;
  const age = 20 + (index % 60);
  const spanish = index % COMPLAINTS.length < 2;
  const opening = spanish
    ? `Tengo ${age} años. Consulta número ${index}.`
    : `I am ${age} years old. Visit number ${index}.`;
  const patient = spanish ? 'Paciente' : 'Patient';
  return `${patient}: ${opening} ${complaint}\nDoctor: ${question}\n${patient}: ${answer}`;
}
