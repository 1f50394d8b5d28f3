package dev.legato.plugins.serdes.avro;

import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;

/** Infers a schema. */
@TaskType(
    value = "io.kestra.plugin.serdes.avro.InferAvroSchemaFromIon",
    title = "Writes the Avro schema of rows in Ion to a file.",
    description =
        """
        ```yaml
        id: schema
        type: io.kestra.plugin.serdes.avro.InferAvroSchemaFromIon
        from: "{{ outputs.query.uri }}"
        ```
        """)
public record InferAvroSchemaFromIon(
    @Property("A file of rows in Ion, as a `kestra://` address.") URI from,
    @Property(value = "How many rows to look at.", defaultValue = "100") int numberOfRowsToScan)
    implements Task<InferAvroSchemaFromIon.Result> {
  /** What was written. */
  public record Result(@Property("The schema, as JSON.") URI uri) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    String schema =
        new SchemaRules(null, numberOfRowsToScan, false)
            .of(from, context, AvroWriteOptions.DEFAULTS)
            .toString();
    return new Result(context.files().store("schema.avsc", schema));
  }
}
