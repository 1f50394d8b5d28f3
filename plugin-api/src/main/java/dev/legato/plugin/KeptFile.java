package dev.legato.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that one execution leaves for the next. It lies beside the flow and goes with it. */
public interface KeptFile {
  /**
   * Its content, to be closed; empty when there is none.
   *
   * @param maxAge an older one does not count; absent for any age
   */
  Optional<InputStream> open(@Nullable Duration maxAge) throws IOException;

  /** Puts a content in the place of what was there. */
  void replace(InputStream content) throws IOException;
}
