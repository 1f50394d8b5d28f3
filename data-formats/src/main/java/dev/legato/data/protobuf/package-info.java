/**
 * Protocol Buffers: messages as rows, by a compiled description of their types. Start at {@link
 * dev.legato.data.protobuf.ProtobufRowReader}.
 */
@NullMarked
package dev.legato.data.protobuf;

import org.jspecify.annotations.NullMarked;
