package dev.legato.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

/** A file that is being written. Closing it without {@link #keep} gives it up. */
public interface NewFile extends Closeable {
  /** Where to write. Small writes are gathered; there is no need for a buffer. */
  OutputStream content();

  /** Ends the file and puts it into the storage, whole. */
  URI keep() throws IOException;
}
