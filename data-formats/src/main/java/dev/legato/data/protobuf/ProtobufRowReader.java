package dev.legato.data.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.legato.data.RowBudget;
import dev.legato.data.RowException;
import dev.legato.data.RowReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of Protocol Buffers as rows, by the JSON mapping of Protocol Buffers. A field that
 * cannot tell whether it was set has its default value when it is absent; others are left out.
 */
public final class ProtobufRowReader implements RowReader {
  private static final int LONGEST_VARINT = 5;

  private final InputStream in;
  private final ProtobufReadOptions options;
  private final Descriptor type;
  private final RowBudget budget;
  private final Messages messages;
  private boolean ended;
  private @Nullable Object row;

  private ProtobufRowReader(
      InputStream in, ProtobufReadOptions options, MessageTypes types, Descriptor type) {
    this.in = in;
    this.options = options;
    this.type = type;
    this.budget = new RowBudget(options.limits());
    this.messages = new Messages(types, budget, options.errorOnUnknownFields());
  }

  /**
   * Begins to read.
   *
   * @param typeName of the messages, with its package
   * @throws RowException when there is no such type
   */
  public static ProtobufRowReader open(
      InputStream in, MessageTypes types, String typeName, ProtobufReadOptions options)
      throws RowException {
    return new ProtobufRowReader(in, options, types, types.required(typeName.strip()));
  }

  @Override
  public boolean next() throws IOException {
    if (ended) {
      return false;
    }
    budget.startRow();
    byte[] bytes = options.delimited() ? afterLength() : all();
    if (bytes == null) {
      ended = true;
      return false;
    }
    try {
      row = messages.row(type, bytes);
    } catch (InvalidProtocolBufferException e) {
      ended = true;
      throw budget.fail(
          e, "is no message of the type '%s': %s".formatted(type.getFullName(), hint(e)));
    }
    return true;
  }

  private String hint(InvalidProtocolBufferException e) {
    return options.delimited()
        ? "%s Does each message in the file have its length before it?".formatted(e.getMessage())
        : "%s When the file has many messages, set 'delimited'.".formatted(e.getMessage());
  }

  private byte[] all() throws IOException {
    ended = true;
    byte[] bytes = in.readNBytes(options.limits().rowBytes());
    if (in.read() >= 0) {
      throw tooLong();
    }
    return bytes;
  }

  private byte @Nullable [] afterLength() throws IOException {
    long length = length();
    if (length < 0) {
      return null;
    }
    if (length > options.limits().rowBytes()) {
      throw tooLong();
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw budget.fail("is cut off: the file ends within it.");
    }
    return bytes;
  }

  /** The length of the next message; negative behind the last one. */
  private long length() throws IOException {
    byte[] varint = new byte[LONGEST_VARINT];
    for (int i = 0; i < LONGEST_VARINT; i++) {
      int octet = in.read();
      if (octet < 0 && i == 0) {
        return -1;
      }
      if (octet < 0) {
        throw budget.fail("is cut off: the file ends within its length.");
      }
      varint[i] = (byte) octet;
      if (octet < 0x80) {
        return Integer.toUnsignedLong(CodedInputStream.newInstance(varint).readRawVarint32());
      }
    }
    throw tooLong();
  }

  private RowException tooLong() {
    ended = true;
    return budget.fail(
        "has more than %,d bytes; that is too many for one row."
            .formatted(options.limits().rowBytes()));
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
