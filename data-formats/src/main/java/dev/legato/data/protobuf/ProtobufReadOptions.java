package dev.legato.data.protobuf;

import dev.legato.data.RowLimits;

/**
 * How messages are read.
 *
 * @param delimited whether the file has many messages, each after its length; else it is one
 * @param errorOnUnknownFields whether fields that the description does not have fail the reading;
 *     else they are left out
 */
public record ProtobufReadOptions(
    boolean delimited, boolean errorOnUnknownFields, RowLimits limits) {
  /** With the usual limits. */
  public static ProtobufReadOptions of(boolean delimited, boolean errorOnUnknownFields) {
    return new ProtobufReadOptions(delimited, errorOnUnknownFields, RowLimits.DEFAULTS);
  }
}
