package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DurationProto;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Int64Value;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;
import dev.legato.data.RowException;
import dev.legato.plugins.serdes.conversion.Converted;
import dev.legato.testkit.task.RecordingContext;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of Protocol Buffers as rows. */
class ProtobufTest {
  private static final String TASK = "io.kestra.plugin.serdes.protobuf.ProtobufToIon";
  private static final FileDescriptorProto FILE = file();
  private static final Descriptor ORDER = order();

  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  private static FieldDescriptorProto.Builder field(
      String name, int number, FieldDescriptorProto.Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(Label.LABEL_OPTIONAL);
  }

  private static FieldDescriptorProto.Builder message(String name, int number, String type) {
    return field(name, number, FieldDescriptorProto.Type.TYPE_MESSAGE).setTypeName(type);
  }

  private static FileDescriptorProto file() {
    return FileDescriptorProto.newBuilder()
        .setName("shop.proto")
        .setPackage("shop")
        .setSyntax("proto3")
        .addDependency("google/protobuf/any.proto")
        .addDependency("google/protobuf/duration.proto")
        .addDependency("google/protobuf/timestamp.proto")
        .addDependency("google/protobuf/wrappers.proto")
        .addEnumType(
            EnumDescriptorProto.newBuilder()
                .setName("State")
                .addValue(EnumValueDescriptorProto.newBuilder().setName("NEW").setNumber(0))
                .addValue(EnumValueDescriptorProto.newBuilder().setName("PAID").setNumber(1)))
        .addMessageType(
            DescriptorProto.newBuilder()
                .setName("Order")
                .addField(field("order_id", 1, FieldDescriptorProto.Type.TYPE_INT64))
                .addField(field("customer", 2, FieldDescriptorProto.Type.TYPE_STRING))
                .addField(field("price", 3, FieldDescriptorProto.Type.TYPE_DOUBLE))
                .addField(
                    field("state", 4, FieldDescriptorProto.Type.TYPE_ENUM)
                        .setTypeName(".shop.State"))
                .addField(message("made_at", 5, ".google.protobuf.Timestamp"))
                .addField(message("took", 6, ".google.protobuf.Duration"))
                .addField(message("limit", 7, ".google.protobuf.Int64Value"))
                .addField(field("seal", 8, FieldDescriptorProto.Type.TYPE_BYTES))
                .addField(
                    field("counts", 9, FieldDescriptorProto.Type.TYPE_UINT32)
                        .setLabel(Label.LABEL_REPEATED))
                .addField(message("parts", 10, ".shop.Order").setLabel(Label.LABEL_REPEATED))
                .addField(message("extra", 11, ".google.protobuf.Any")))
        .build();
  }

  private static Descriptor order() {
    try {
      FileDescriptor[] imports = {
        AnyProto.getDescriptor(),
        DurationProto.getDescriptor(),
        TimestampProto.getDescriptor(),
        WrappersProto.getDescriptor()
      };
      return FileDescriptor.buildFrom(FILE, imports).findMessageTypeByName("Order");
    } catch (Exception e) {
      throw new IllegalStateException("Expected a sound description, but it is none", e);
    }
  }

  private static DynamicMessage.Builder order(Map<String, ?> values) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(ORDER);
    values.forEach((name, value) -> message.setField(ORDER.findFieldByName(name), value));
    return message;
  }

  private static byte[] delimited(Message... messages) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Message message : messages) {
      message.writeDelimitedTo(bytes);
    }
    return bytes.toByteArray();
  }

  private Converted run(byte[] content, Map<String, ?> further) throws Exception {
    URI descriptor =
        context.files.put(
            "shop.desc", FileDescriptorSet.newBuilder().addFile(FILE).build().toByteArray());
    Map<String, Object> properties = new HashMap<>();
    properties.put("from", context.files.put("orders.pb", content).toString());
    properties.put("descriptorFile", descriptor.toString());
    properties.put("typeName", "shop.Order");
    properties.putAll(further);
    return (Converted) context.run(TASK, properties);
  }

  @Test
  void valuesFollowTheJsonMapping() throws Exception {
    Message part = order(Map.of("order_id", 8L)).build();
    DynamicMessage.Builder order =
        order(
            Map.of(
                "order_id", 12345678901L,
                "customer", "ada",
                "price", 1.5,
                "state", ORDER.getFile().findEnumTypeByName("State").findValueByName("PAID"),
                "made_at", Timestamp.newBuilder().setSeconds(1).setNanos(500_000_000).build(),
                "took", Duration.newBuilder().setSeconds(-1).setNanos(-5_000_000).build(),
                "limit", Int64Value.of(7),
                "seal", com.google.protobuf.ByteString.copyFrom(new byte[] {1, 2}),
                "extra", Any.pack(Duration.newBuilder().setSeconds(3).build())));
    order.addRepeatedField(ORDER.findFieldByName("counts"), -1);
    order.addRepeatedField(ORDER.findFieldByName("parts"), part);

    Converted rows = run(order.build().toByteArray(), Map.of());

    assertThat(rows.size()).isEqualTo(1);
    assertThat(context.files.text(rows.uri()).strip())
        .isEqualTo(
            """
            {orderId:"12345678901",customer:"ada",price:1.5e0,state:"PAID",\
            madeAt:"1970-01-01T00:00:01.500Z",took:"-1.005s",limit:"7",seal:"AQI=",\
            counts:[4294967295],\
            parts:[{orderId:"8",customer:"",price:0.0e0,state:"NEW",seal:"",counts:[],parts:[]}],\
            extra:{'@type':"type.googleapis.com/google.protobuf.Duration",value:"3s"}}""");
  }

  @Test
  void aFileOfManyMessagesHasALengthBeforeEach() throws Exception {
    byte[] three =
        delimited(
            order(Map.of("order_id", 1L)).build(),
            order(Map.of()).build(),
            order(Map.of("order_id", 3L)).build());

    Converted rows = run(three, Map.of("delimited", true));

    assertThat(rows.size()).isEqualTo(3);
    assertThat(context.files.text(rows.uri()))
        .contains("orderId:\"1\"", "orderId:\"0\"", "orderId:\"3\"");
    assertThatThrownBy(() -> run(Arrays.copyOf(three, three.length - 1), Map.of("delimited", true)))
        .hasMessage("Row 3 is cut off: the file ends within it.");
  }

  @Test
  void unknownFieldsFailOnlyWhenAsked() throws Exception {
    byte[] further = {0x08, 0x05, (byte) 0xA0, 0x06, 0x01}; // field 100 is not declared

    assertThat(run(further, Map.of()).size()).isEqualTo(1);
    assertThatThrownBy(() -> run(further, Map.of("errorOnUnknownFields", true)))
        .isInstanceOf(RowException.class)
        .hasMessageContaining("Row 1 has the unknown fields [100]")
        .hasMessageContaining("shop.Order");
  }

  @Test
  void anErrorNamesTheTypesThatThereAre() {
    assertThatThrownBy(() -> run(new byte[0], Map.of("typeName", "shop.Bill")))
        .hasMessage("The descriptor file has no message type 'shop.Bill'; it has: shop.Order.");
  }

  @Test
  void aMessageOfMillionsOfEmptyPartsIsRefusedBeforeItIsRead() {
    byte[] bomb = new byte[4 << 20];
    for (int i = 0; i < bomb.length; i += 2) {
      bomb[i] = 0x52; // the field 10, parts, with no content
    }

    assertThatThrownBy(() -> run(bomb, Map.of()))
        .hasMessageContaining("Row 1 has more than 1,000,000 values");
  }

  @Test
  void anySpoiledBytesGiveRowsOrAnErrorForPeople() throws Exception {
    byte[] sound =
        delimited(
            order(Map.of("order_id", 1L, "customer", "ada", "limit", Int64Value.of(1))).build(),
            order(Map.of("made_at", Timestamp.newBuilder().setSeconds(5).build())).build());
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] spoiled = sound.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
      }
      try {
        run(spoiled, Map.of("delimited", i % 2 == 0));
      } catch (RowException e) {
        assertThat(e).hasMessageStartingWith("Row ");
      }
    }
  }
}
