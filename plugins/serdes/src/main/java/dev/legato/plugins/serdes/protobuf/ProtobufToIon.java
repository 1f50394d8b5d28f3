package dev.legato.plugins.serdes.protobuf;

import dev.legato.data.ion.IonRowWriter;
import dev.legato.data.protobuf.MessageTypes;
import dev.legato.data.protobuf.ProtobufReadOptions;
import dev.legato.data.protobuf.ProtobufRowReader;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Reads messages of Protocol Buffers. */
@TaskType(
    value = "io.kestra.plugin.serdes.protobuf.ProtobufToIon",
    title = "Converts a file of Protocol Buffers to rows in Ion.",
    description =
        """
        The descriptor file is what `protoc --include_imports --descriptor_set_out=orders.desc
        orders.proto` writes. Values become what the JSON mapping of Protocol Buffers says: 64-bit
        numbers and timestamps are texts, bytes Base64, constants their names.

        ```yaml
        id: rows
        type: io.kestra.plugin.serdes.protobuf.ProtobufToIon
        from: "{{ outputs.download.uri }}"
        descriptorFile: "{{ inputs.descriptor }}"
        typeName: shop.Order
        delimited: true
        ```
        """)
public record ProtobufToIon(
    @Property("The file of messages, as a `kestra://` address.") URI from,
    @Property("The compiled description of the types, as a `kestra://` address.")
        URI descriptorFile,
    @Property("The type of the messages with its package, such as `shop.Order`.") String typeName,
    @Property(
            value =
                "Whether the file has many messages, each after its length; else it is one"
                    + " message.",
            defaultValue = "false")
        boolean delimited,
    @Property(
            value =
                "Whether a field that the description does not have fails the task; else it is"
                    + " left out.",
            defaultValue = "false")
        boolean errorOnUnknownFields)
    implements Task<Converted> {
  private static final int LARGEST_DESCRIPTOR = 32 << 20;

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    MessageTypes types = types(context);
    return new Conversion(context)
        .convert(
            from,
            in ->
                ProtobufRowReader.open(
                    in, types, typeName, ProtobufReadOptions.of(delimited, errorOnUnknownFields)),
            "rows.ion",
            IonRowWriter::text);
  }

  private MessageTypes types(TaskContext context) throws TaskFailure, IOException {
    try (InputStream in = context.files().read(descriptorFile)) {
      byte[] bytes = in.readNBytes(LARGEST_DESCRIPTOR);
      if (in.read() >= 0) {
        throw new TaskFailure(
            "'descriptorFile' has more than 32 MiB; that is no description of messages.");
      }
      return MessageTypes.parse(bytes);
    }
  }
}
