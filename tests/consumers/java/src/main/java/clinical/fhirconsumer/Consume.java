package clinical.fhirconsumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the FHIR topic from scratch to its present end, as a receiver would: committed records only, the latest record
 * of each job, tombstones taken as withdrawals. Prints one JSON line a job.
 *
 *   KAFKA_BROKERS=... SCHEMA_REGISTRY_URL=... java -jar fhir-consumer.jar clinical.fhir.v1
 */
public final class Consume {
  private Consume() {}

  public static void main(String[] args) throws Exception {
    Map<String, Object> config = Map.of(
        "bootstrap.servers", System.getenv("KAFKA_BROKERS"),
        "schema.registry.url", System.getenv("SCHEMA_REGISTRY_URL"),
        "isolation.level", "read_committed",
        "enable.auto.commit", false,
        "key.deserializer", StringDeserializer.class,
        "value.deserializer", RegistryAvroDeserializer.class);
    try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(config)) {
      Map<String, ConsumerRecord<String, GenericRecord>> bundles = readToEnd(consumer, args[0]);
      ObjectMapper json = new ObjectMapper();
      for (var entry : bundles.entrySet()) {
        GenericRecord record = entry.getValue().value();
        String bundle = record.get("bundle").toString();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("job_id", entry.getKey());
        line.put("attempt", record.get("attempt"));
        line.put("ce_id", new String(entry.getValue().headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
        line.put("resources", json.readTree(bundle).get("entry").size());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bundle.getBytes(StandardCharsets.UTF_8));
        line.put("sha256", HexFormat.of().formatHex(digest));
        System.out.println(json.writeValueAsString(line));
      }
    }
  }

  private static Map<String, ConsumerRecord<String, GenericRecord>> readToEnd(
      KafkaConsumer<String, GenericRecord> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Set<TopicPartition> open = new HashSet<>(partitions);
    Map<String, ConsumerRecord<String, GenericRecord>> bundles = new TreeMap<>();
    while (!open.isEmpty()) {
      for (ConsumerRecord<String, GenericRecord> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.value() == null) bundles.remove(record.key());
        else bundles.put(record.key(), record);
      }
      open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
    }
    return bundles;
  }
}
