package clinical.fhirvalidator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/**
 * Code systems that are not shipped whole, as the project's tables pin them: each becomes a complete code system, so
 * that any other code in it is an error. Tables are TSV with a header that names system, code and display.
 */
final class PinnedCodes {

  private final Map<String, CodeSystem> systems = new LinkedHashMap<>();
  private final Map<String, String> displays = new LinkedHashMap<>();

  void read(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    List<String> head = List.of(lines.get(0).split("\t"));
    int system = head.indexOf("system");
    int code = head.indexOf("code");
    int display = head.indexOf("display");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (displays.put(cells[system] + "|" + cells[code], cells[display]) != null) continue;
      CodeSystem pinned = systems.computeIfAbsent(cells[system], PinnedCodes::empty);
      pinned.addConcept().setCode(cells[code]).setDisplay(cells[display]);
    }
  }

  private static CodeSystem empty(String url) {
    CodeSystem system = new CodeSystem();
    system.setUrl(url).setStatus(PublicationStatus.ACTIVE).setContent(CodeSystemContentMode.COMPLETE).setCaseSensitive(true);
    return system;
  }

  Collection<CodeSystem> systems() {
    return systems.values();
  }

  Map<String, String> displays() {
    return displays;
  }

  /** HAPI leaves the display of a code alone under an example binding, so pinned displays are compared here. */
  void checkDisplays(JsonElement element, String path, BiConsumer<String, String> error) {
    if (element.isJsonArray()) {
      for (int i = 0; i < element.getAsJsonArray().size(); i++) {
        checkDisplays(element.getAsJsonArray().get(i), path + "[" + i + "]", error);
      }
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      if (text(object, "display") != null) {
        String official = displays.get(text(object, "system") + "|" + text(object, "code"));
        if (official != null && !official.equals(text(object, "display"))) error.accept(path, "Display should be '" + official + "'");
      }
      object.entrySet().forEach(entry -> checkDisplays(entry.getValue(), path + "." + entry.getKey(), error));
    }
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
  }

  static ConceptDefinitionComponent find(List<ConceptDefinitionComponent> concepts, String code) {
    for (ConceptDefinitionComponent concept : concepts) {
      ConceptDefinitionComponent hit = concept.getCode().equals(code) ? concept : find(concept.getConcept(), code);
      if (hit != null) return hit;
    }
    return null;
  }
}
