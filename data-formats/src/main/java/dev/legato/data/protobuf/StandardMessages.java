package dev.legato.data.protobuf;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.BytesValue;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.FloatValue;
import com.google.protobuf.Int32Value;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import dev.legato.data.RowBudget;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages that come with Protocol Buffers and have a form of their own in JSON. */
final class StandardMessages {
  private static final long FIRST_SECOND = -62_135_596_800L; // of the year 1
  private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999
  private static final long LONGEST_DURATION = 315_576_000_000L; // 10,000 years in seconds
  private static final int NANOS = 1_000_000_000;
  private static final Pattern WORD = Pattern.compile("_([a-z])");

  /** Messages that stand for the value of their only field. */
  private static final Set<Descriptor> WRAPPERS =
      Set.of(
          BoolValue.getDescriptor(),
          BytesValue.getDescriptor(),
          DoubleValue.getDescriptor(),
          FloatValue.getDescriptor(),
          Int32Value.getDescriptor(),
          Int64Value.getDescriptor(),
          StringValue.getDescriptor(),
          UInt32Value.getDescriptor(),
          UInt64Value.getDescriptor(),
          Struct.getDescriptor(),
          ListValue.getDescriptor());

  private static final Set<Descriptor> OTHERS =
      Set.of(
          Any.getDescriptor(),
          Duration.getDescriptor(),
          FieldMask.getDescriptor(),
          Timestamp.getDescriptor(),
          Value.getDescriptor());

  private final Messages messages;
  private final RowBudget budget;

  StandardMessages(Messages messages, RowBudget budget) {
    this.messages = messages;
    this.budget = budget;
  }

  boolean is(Descriptor type) {
    return WRAPPERS.contains(type) || OTHERS.contains(type);
  }

  @Nullable Object value(Message message, int depth) throws IOException {
    Descriptor type = message.getDescriptorForType();
    if (WRAPPERS.contains(type)) {
      FieldDescriptor only = type.getFields().getFirst();
      return messages.fields(message, depth).get(only.getJsonName());
    }
    if (type == Value.getDescriptor()) {
      return messages.fields(message, depth).values().stream()
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    if (type == Timestamp.getDescriptor()) {
      return timestamp(Timestamp.parseFrom(message.toByteString()));
    }
    if (type == Duration.getDescriptor()) {
      return duration(Duration.parseFrom(message.toByteString()));
    }
    if (type == FieldMask.getDescriptor()) {
      return FieldMask.parseFrom(message.toByteString()).getPathsList().stream()
          .map(StandardMessages::camelCase)
          .collect(Collectors.joining(","));
    }
    return any(Any.parseFrom(message.toByteString()), depth);
  }

  private Object timestamp(Timestamp timestamp) throws IOException {
    if (timestamp.getSeconds() < FIRST_SECOND
        || timestamp.getSeconds() > LAST_SECOND
        || timestamp.getNanos() < 0
        || timestamp.getNanos() >= NANOS) {
      throw budget.fail("has a timestamp that is not between the years 1 and 9999.");
    }
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()).toString();
  }

  private Object duration(Duration duration) throws IOException {
    long seconds = duration.getSeconds();
    int nanos = duration.getNanos();
    boolean mixed = seconds != 0 && nanos != 0 && seconds < 0 != nanos < 0;
    if (Math.abs(seconds) > LONGEST_DURATION || Math.abs(nanos) >= NANOS || mixed) {
      throw budget.fail("has a malformed duration: %d s and %d ns.".formatted(seconds, nanos));
    }
    String sign = seconds < 0 || nanos < 0 ? "-" : "";
    return sign + Math.abs(seconds) + fraction(Math.abs(nanos)) + "s";
  }

  /** None, three, six or nine digits behind the point. */
  private static String fraction(int nanos) {
    if (nanos == 0) {
      return "";
    }
    String digits = Integer.toString(NANOS + nanos).substring(1);
    int needed = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
    return "." + digits.substring(0, needed);
  }

  private static String camelCase(String path) {
    return WORD.matcher(path).replaceAll((MatchResult word) -> upper(word.group(1)));
  }

  private static String upper(String letter) {
    return String.valueOf(Character.toUpperCase(letter.charAt(0)));
  }

  private @Nullable Object any(Any any, int depth) throws IOException {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    if (any.getTypeUrl().isEmpty()) {
      return value;
    }
    Message content = messages.packed(any.getTypeUrl(), any.getValue(), depth + 1);
    value.put("@type", any.getTypeUrl());
    if (is(content.getDescriptorForType())) {
      value.put("value", messages.value(content, depth + 1));
    } else {
      value.putAll(messages.fields(content, depth + 1));
    }
    return value;
  }
}
