/**
 * Subjects of which a patient's findings are told though they are no part of a body: what is measured, felt, given or
 * found, and the words that stand for it. Folded, singular and plural alike.
 */
const OF_A_VISIT = new Set(
  (
    'tonsil gland knuckle cuticle toenail fingernail thigh shin calf calve buttock bum groin armpit cheek jaw chin lip tongue tooth teeth ' +
    'eyelid eyebrow lash eyeball pupil temple forehead scalp nostril sinus sinuse lobe eardrum collarbone rib ribcage sternum spine tailbone ' +
    'pelvis hamstring quad biceps tricep forearm elbow wrist thumb finger pinky toe sole arch heel achilles kneecap shoulder blade nipple breast ' +
    'testicle scrotum penis foreskin vagina vulva labia womb uterus ovary cervix prostate anus rectum bottom stomach gut ' +
    'colon pancreas spleen gallbladder thyroid adenoid larynx oesophagus esophagus bronchi airway muscle tendon ligament cartilage ' +
    'test result scan ray xray mri ct ultrasound echo ekg ecg exam examination mammogram colonoscopy biopsy blood lab work ' +
    'count level pressure sugar glucose cholesterol reading report chart record letter note urine stool pee poo wee phlegm mucus sputum ' +
    'snot spit saliva sweat discharge period flow pain ache area spot side part place bit lump bump patch mark wound cut ' +
    'scar stitch scab burn graze bruise joint muscle nerve bone skin hair nail gum thing problem issue trouble symptom condition illness ' +
    'disease infection episode attack bout flare spell night morning evening afternoon day week month year time moment weekend sleep ' +
    'appetite weight mood energy voice breath breathing balance memory vision sight eyesight hearing speech mind body system immune ' +
    'health life medication medicine pill tablet drug dose treatment therapy diet food meal eating drinking alcohol smoking ' +
    'injection jab shot vaccine surgery operation procedure accident fall injury pregnancy birth delivery feeling ' +
    'sensation colour color movement motion range function thought reason cause diagnosis impression assessment worry concern ' +
    'complaint rest everything something nothing anything patient swelling tenderness stiffness ' +
    'cycle bowel bladder belly tummy kidney lung liver heart stroke tumor tumour cancer growth mass cyst stone rash itch cough ' +
    'fluid pus vein artery valve disc disk cast bandage dressing crutch brace implant pacemaker stent hip graft transplant ' +
    'reaction allergy side effect history family pattern quality nature intensity severity risk factor change difference ' +
    'stress anxiety situation combination rate pulse rhythm temperature temp fever oxygen sat saturation'
  ).split(' '),
);

/** Whether any word of a noun phrase is one of them. */
export const isOfAVisit = (words: readonly string[]): boolean =>
  words.some((noun) => OF_A_VISIT.has(noun.replace(/'s?$/, '').replace(/(?<=[^s])s$/, '')));
