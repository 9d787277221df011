const nouns = (list: string): string => list.trim().split(/\s+/).join('|');

const BODY = nouns(`
  cuerpo organismo cabeza frente sien(?:es)? nuca cuello cara rostro mejilla mandibula ojo vista parpado oido oreja nariz
  boca labio lengua encia diente muela garganta pecho torax costado costilla espalda lomo cintura rinon abdomen vientre
  barriga tripa panza guata estomago ingle pelvis cadera nalga gluteo cola muslo pierna rodilla pantorrilla gemelo tobillo
  pie talon planta dedo hombro brazo codo antebrazo muneca mano axila mama seno teta pezon testiculo huevo pene vagina
  vulva ano recto piel articulacion hueso musculo tendon nervio vena arteria columna cervical lumbar clavicula esternon
  reflejo pupila ruido latido tono auscultacion exploracion marcha fondo timpano amigdala ganglio faringe mucosa conducto
  extremidad miembro corazon pulmon higado bazo prostata utero matriz ovario vejiga tiroides intestino colon pancreas
  cerebro pelo cabello cuero sangre orina pis meado heces caca popo deposicion moco flema flujo sudor saliva regla
  periodo menstruacion embarazo parto latido pulso tension presion azucar
`);
const LESION = nouns(`
  herida cicatriz lesion mancha lunar grano granito bulto bola bolita bolsa ampolla llaga ulcera costra roncha quiste
  nodulo masa moreton morado corte quemadura picadura punto operacion dolor molestia sintoma problema cuadro enfermedad
  duelo pena tristeza estres perdida ruptura dolencia motivo queja diagnostico causa cosa asunto caso tema zona area parte lado sitio region resto punta borde
`);
const OF_A_VISIT = nouns(`
  analitica analisis prueba placa radiografia resonancia eco ecografia ecocardiograma electro electrocardiograma ecg
  biopsia tac escaner mamografia colonoscopia endoscopia resultado informe estudio examen exploracion historia historial
  expediente ficha cultivo hemograma laboratorio muestra paciente enfermo enferma usuario medico medica doctora? enfermera
  especialista cirujan[oa] tratamiento pastilla medicamento medicina medicacion inhalador vacuna inyeccion dieta
`);
const TIME = nouns(`
  dia noche semana manana tarde mes ano rato vez vecer fin finde momento hora minuto temporada epoca madrugada verano
  invierno otono primavera navidad lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo
  junio julio agosto septiembre octubre noviembre diciembre principio final ultimo ultima primero primera siguiente
`);

/** Nouns of the patient's body, illness and visit, and of the time: as a subject they leave the finding the patient's. */
export const PATIENTS_OWN = new RegExp(
  `(?<![\\p{L}])(?:${BODY}|${LESION}|${OF_A_VISIT}|${TIME})(?:s|es|cit[oa]s?)?(?![\\p{L}])`,
  'u',
);
/** A child may be the patient. */
export const CHILD =
  /(?<![\p{L}])(?:nin[oa]|(?<=(?:el|la|un|una|mi|su|tu|al|del|este|esta|nuestr[oa]) )bebe|nen[ae]|crio|cria|criatura|chiquit[oa]|pequen[oa]|peque|guagua|hij[oa]|mayor|menor|lactante)s?(?![\p{L}])/u;
