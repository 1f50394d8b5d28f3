/** Tasks on files of Protocol Buffers. */
@NullMarked
package dev.legato.plugins.serdes.protobuf;

import org.jspecify.annotations.NullMarked;
