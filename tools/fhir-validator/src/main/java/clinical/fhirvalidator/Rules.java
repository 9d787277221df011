package clinical.fhirvalidator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is made of the validator's messages: rules.tsv, in its order; the first rule that fits decides. */
final class Rules {

  record Rule(boolean accept, String severity, Pattern text, String why) {}

  private final List<Rule> rules = new ArrayList<>();

  static Rules bundled() throws IOException {
    Rules rules = new Rules();
    for (String line : Resources.text("rules.tsv").split("\n")) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] cells = line.split("\t");
      rules.rules.add(new Rule(cells[0].equals("accept"), cells[1], Pattern.compile(cells[2]), cells[3].trim()));
    }
    return rules;
  }

  /** The rule for a message, or null. */
  Rule of(String severity, String text) {
    for (Rule rule : rules) {
      if (rule.severity().equals(severity) && rule.text().matcher(text).find()) return rule;
    }
    return null;
  }
}
