package dev.legato.data.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import dev.legato.data.RowBudget;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of a message before it is read: two bytes may become an object of a hundred.
 */
final class MessageCount {
  private final RowBudget budget;

  MessageCount(RowBudget budget) {
    this.budget = budget;
  }

  /**
   * Counts the fields up to the end of the message.
   *
   * @param type null for a group that is not known
   */
  void count(CodedInputStream in, @Nullable Descriptor type, int depth) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int wire = WireFormat.getTagWireType(tag);
      if (wire == WireFormat.WIRETYPE_END_GROUP) {
        return;
      }
      budget.value(depth);
      FieldDescriptor field =
          type == null ? null : type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      Descriptor inner =
          field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
              ? field.getMessageType()
              : null;
      if (wire == WireFormat.WIRETYPE_START_GROUP) {
        count(in, inner, depth + 1);
      } else if (wire == WireFormat.WIRETYPE_LENGTH_DELIMITED && field != null) {
        int outer = in.pushLimit(in.readRawVarint32());
        if (inner != null) {
          count(in, inner, depth + 1);
        } else if (field.isPackable()) {
          elements(in, field, depth + 1);
        }
        in.skipRawBytes(in.getBytesUntilLimit());
        in.popLimit(outer);
      } else {
        in.skipField(tag);
      }
    }
  }

  private void elements(CodedInputStream in, FieldDescriptor field, int depth) throws IOException {
    while (!in.isAtEnd()) {
      budget.value(depth);
      switch (field.getLiteType().getWireType()) {
        case WireFormat.WIRETYPE_FIXED32 -> in.readRawLittleEndian32();
        case WireFormat.WIRETYPE_FIXED64 -> in.readRawLittleEndian64();
        default -> in.readRawVarint64();
      }
    }
  }
}
