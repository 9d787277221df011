package clinical.fhirvalidator;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import com.google.gson.JsonObject;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/**
 * Compares pinned rows with the code systems inside HAPI's jars: HL7's own, whole, with displays, and UCUM's grammar,
 * which only tells whether a unit is valid. Systems that are not there, or only as a
 * stub, are not `known`.
 */
final class CodeCheck {
  private CodeCheck() {}

  static JsonObject check(Chain chain, Map.Entry<String, String> row) {
    String system = row.getKey().substring(0, row.getKey().lastIndexOf('|'));
    String code = row.getKey().substring(system.length() + 1);
    JsonObject result = new JsonObject();
    result.addProperty("system", system);
    result.addProperty("code", code);
    if (system.equals("http://unitsofmeasure.org")) {
      IValidationSupport.CodeValidationResult unit = chain.common.validateCode(
          new ValidationSupportContext(chain.base), null, system, code, null, null);
      result.addProperty("known", true);
      result.addProperty("agrees", unit != null && unit.isOk());
      return result;
    }
    CodeSystem source = (CodeSystem) chain.base.fetchCodeSystem(system);
    ConceptDefinitionComponent concept = source == null ? null : PinnedCodes.find(source.getConcept(), code);
    result.addProperty("known", source != null && source.getContent() == CodeSystemContentMode.COMPLETE);
    result.addProperty("agrees", concept != null && row.getValue().equals(concept.getDisplay()));
    if (concept != null) result.addProperty("display", concept.getDisplay());
    return result;
  }
}
