package clinical.fhirvalidator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.io.IOException;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** HAPI's validator over base R4, the three definitions that the mapping adds to it, and the pinned codes. */
final class Chain {

  static final String OBSERVATION_VALUE = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

  final FhirContext context = FhirContext.forR4();
  final DefaultProfileValidationSupport base = new DefaultProfileValidationSupport(context);
  final CommonCodeSystemsTerminologyService common = new CommonCodeSystemsTerminologyService(context);

  FhirValidator validator(PinnedCodes pinned) throws IOException {
    PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(context);
    ours.addStructureDefinition(parse(StructureDefinition.class, "StructureDefinition-derivation-reference.json"));
    ours.addCodeSystem(parse(CodeSystem.class, "CodeSystem-SymptomTemporary.json"));
    ours.addCodeSystem(withAiast());
    pinned.systems().stream().filter(system -> base.fetchCodeSystem(system.getUrl()) == null
        && !system.getUrl().equals("http://unitsofmeasure.org")).forEach(ours::addCodeSystem);

    InMemoryTerminologyServerValidationSupport terminology = new InMemoryTerminologyServerValidationSupport(context);
    terminology.setIssueSeverityForCodeDisplayMismatch(IValidationSupport.IssueSeverity.ERROR);
    ValidationSupportChain chain = new ValidationSupportChain(ValidationSupportChain.CacheConfiguration.defaultValues());
    chain.addValidationSupport(ours);
    chain.addValidationSupport(base);
    chain.addValidationSupport(common);
    chain.addValidationSupport(terminology);
    chain.addValidationSupport(new SnapshotGeneratingValidationSupport(context));
    FhirInstanceValidator module = new FhirInstanceValidator(chain);
    module.setAnyExtensionsAllowed(false);
    module.setErrorForUnknownProfiles(true);
    module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Warning);
    return context.newValidator().registerValidatorModule(module);
  }

  /** AIAST is newer than R4's copy of v3-ObservationValue: a copy of that code system gets the one code. */
  private CodeSystem withAiast() {
    CodeSystem system = ((CodeSystem) base.fetchCodeSystem(OBSERVATION_VALUE)).copy();
    PinnedCodes.find(system.getConcept(), "_SECINTPRVABOBV")
        .addConcept().setCode("AIAST").setDisplay("Artificial Intelligence asserted");
    return system;
  }

  private <T extends org.hl7.fhir.instance.model.api.IBaseResource> T parse(Class<T> type, String name) throws IOException {
    return context.newJsonParser().parseResource(type, Resources.text(name));
  }
}
