package dev.legato.data.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import dev.legato.data.RowBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages as plain values, by the JSON mapping of Protocol Buffers. */
final class Messages {
  private static final int NOT_DECLARED = -1;

  private final MessageTypes types;
  private final RowBudget budget;
  private final boolean errorOnUnknownFields;
  private final MessageCount count;
  private final StandardMessages standard;

  Messages(MessageTypes types, RowBudget budget, boolean errorOnUnknownFields) {
    this.types = types;
    this.budget = budget;
    this.errorOnUnknownFields = errorOnUnknownFields;
    this.count = new MessageCount(budget);
    this.standard = new StandardMessages(this, budget);
  }

  @Nullable Object row(Descriptor type, byte[] bytes) throws IOException {
    return value(parse(type, bytes, 0), 0);
  }

  /** A message within an {@code Any}. */
  Message packed(String typeUrl, ByteString content, int depth) throws IOException {
    String name = typeUrl.substring(typeUrl.lastIndexOf('/') + 1);
    Descriptor type =
        types
            .find(name)
            .orElseThrow(
                () ->
                    budget.fail(
                        "has an Any of the type '%s', which the descriptor file does not have."
                            .formatted(name)));
    return parse(type, content.toByteArray(), depth);
  }

  private Message parse(Descriptor type, byte[] bytes, int depth) throws IOException {
    count.count(CodedInputStream.newInstance(bytes), type, depth);
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    in.setRecursionLimit(budget.limits().depth());
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type).mergeFrom(in);
    if (!message.isInitialized()) {
      throw budget.fail(
          "lacks what is required: %s.".formatted(message.getInitializationErrorString()));
    }
    return message.build();
  }

  /** The value that stands for a message. */
  @Nullable Object value(Message message, int depth) throws IOException {
    budget.value(depth);
    return standard.is(message.getDescriptorForType())
        ? standard.value(message, depth)
        : fields(message, depth);
  }

  /** Every message as a map of its fields, in the order of their numbers. */
  Map<String, @Nullable Object> fields(Message message, int depth) throws IOException {
    if (errorOnUnknownFields && !message.getUnknownFields().asMap().isEmpty()) {
      throw budget.fail(
          "has the unknown fields %s in a message of the type '%s'; 'errorOnUnknownFields: false' leaves them out."
              .formatted(
                  message.getUnknownFields().asMap().keySet(),
                  message.getDescriptorForType().getFullName()));
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (!field.hasPresence() || message.hasField(field)) {
        row.put(field.getJsonName(), field(field, message.getField(field), depth + 1));
      }
    }
    return row;
  }

  private @Nullable Object field(FieldDescriptor field, Object value, int depth)
      throws IOException {
    if (field.isMapField()) {
      return map(field, (List<?>) value, depth);
    }
    if (!field.isRepeated()) {
      return single(field, value, depth);
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (Object element : (List<?>) value) {
      list.add(single(field, element, depth + 1));
    }
    return list;
  }

  private Map<String, @Nullable Object> map(FieldDescriptor field, List<?> entries, int depth)
      throws IOException {
    FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Object element : entries) {
      Message entry = (Message) element;
      map.put(
          String.valueOf(single(key, entry.getField(key), depth)),
          single(value, entry.getField(value), depth + 1));
    }
    return map;
  }

  private @Nullable Object single(FieldDescriptor field, Object value, int depth)
      throws IOException {
    return switch (field.getType()) {
      case INT32, SINT32, SFIXED32 -> ((Integer) value).longValue();
      case UINT32, FIXED32 -> Integer.toUnsignedLong((Integer) value);
      case INT64, SINT64, SFIXED64 -> value.toString();
      case UINT64, FIXED64 -> Long.toUnsignedString((Long) value);
      case FLOAT -> number(Double.parseDouble(value.toString()));
      case DOUBLE -> number((Double) value);
      case BOOL, STRING -> value;
      case BYTES -> Base64.getEncoder().encodeToString(((ByteString) value).toByteArray());
      case ENUM -> constant((EnumValueDescriptor) value);
      case MESSAGE, GROUP -> value((Message) value, depth);
    };
  }

  /** JSON has no signs for what is not finite, so the mapping writes their names. */
  static Object number(double number) {
    return Double.isFinite(number) ? (Object) number : Double.toString(number);
  }

  private static @Nullable Object constant(EnumValueDescriptor value) {
    if (value.getType() == NullValue.getDescriptor()) {
      return null;
    }
    return value.getIndex() == NOT_DECLARED ? (Object) (long) value.getNumber() : value.getName();
  }
}
