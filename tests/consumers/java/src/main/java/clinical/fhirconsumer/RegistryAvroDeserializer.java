package clinical.fhirconsumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Confluent's wire format with any registry that speaks its API: a zero, the schema's id in four bytes, Avro. Configured
 * by `schema.registry.url`. A schema of an id never changes, so it is asked for once.
 */
public final class RegistryAvroDeserializer implements Deserializer<GenericRecord> {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
  private String registry;

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    registry = String.valueOf(config.get("schema.registry.url"));
  }

  @Override
  public GenericRecord deserialize(String topic, byte[] value) {
    if (value == null) return null;
    ByteBuffer bytes = ByteBuffer.wrap(value);
    if (value.length < 5 || bytes.get() != 0) throw new SerializationException("Not in a schema registry's wire format");
    Schema schema = schemas.computeIfAbsent(bytes.getInt(), this::fetch);
    try {
      return new GenericDatumReader<GenericRecord>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    } catch (IOException e) {
      throw new SerializationException("Not what its schema says", e);
    }
  }

  private Schema fetch(int id) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id)).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) throw new SerializationException("The registry answers " + answer.statusCode());
      return new Schema.Parser().parse(json.readTree(answer.body()).get("schema").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SerializationException("Interrupted", e);
    }
  }
}
