package clinical.fhirvalidator;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads FHIR R4 resources as NDJSON on stdin and answers each at once with one JSON line, in their order, on as many
 * threads as there are processors: valid, ms, messages, accepted. Offline. Arguments: `--codes TABLE` (repeatable); `--check-codes` compares the tables with HAPI's own code systems
 * instead, one JSON line a row.
 */
public final class Main {
  private Main() {}

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  public static void main(String[] args) throws Exception {
    PinnedCodes pinned = new PinnedCodes();
    boolean checkCodes = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--codes" -> pinned.read(Path.of(args[++i]));
        case "--check-codes" -> checkCodes = true;
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Chain chain = new Chain();
    if (checkCodes) {
      for (var row : pinned.displays().entrySet()) out.println(GSON.toJson(CodeCheck.check(chain, row)));
      return;
    }
    FhirValidator validator = chain.validator(pinned);
    Rules rules = Rules.bundled();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ExecutorService validating = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    ExecutorService printing = Executors.newSingleThreadExecutor();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) continue;
      String json = line;
      Future<String> answer = validating.submit(() -> GSON.toJson(validate(validator, rules, pinned, json)));
      printing.submit(() -> {
        out.println(answer.get());
        return null;
      });
    }
    validating.shutdown();
    printing.shutdown();
  }

  private static JsonObject validate(FhirValidator validator, Rules rules, PinnedCodes pinned, String json) {
    long start = System.nanoTime();
    JsonArray messages = new JsonArray();
    JsonArray accepted = new JsonArray();
    boolean valid = true;
    try {
      pinned.checkDisplays(JsonParser.parseString(json), "", (at, text) -> messages.add(message("error", at, text)));
      valid = messages.isEmpty();
      for (SingleValidationMessage found : validator.validateWithResult(json).getMessages()) {
        String severity = found.getSeverity() == null ? "error" : found.getSeverity().getCode();
        Rules.Rule rule = rules.of(severity, found.getMessage());
        boolean accept = rule != null && rule.accept();
        boolean raise = rule != null && !rule.accept();
        JsonObject line = message(raise ? "error" : severity, found.getLocationString(), found.getMessage());
        line.addProperty("id", found.getMessageId());
        if (rule != null) line.addProperty("why", rule.why());
        (accept ? accepted : messages).add(line);
        valid &= accept || !raise && !severity.equals("error") && !severity.equals("fatal");
      }
    } catch (RuntimeException e) {
      valid = false;
      messages.add(message("fatal", "", e.toString()));
    }
    JsonObject result = new JsonObject();
    result.addProperty("valid", valid);
    result.addProperty("ms", (System.nanoTime() - start) / 1_000_000);
    result.add("messages", messages);
    result.add("accepted", accepted);
    return result;
  }

  private static JsonObject message(String severity, String location, String text) {
    JsonObject message = new JsonObject();
    message.addProperty("severity", severity);
    message.addProperty("location", location);
    message.addProperty("text", text);
    return message;
  }
}
