package dev.legato.plugin.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call got no reply, or may not be sent; the message tells people why and what to do. */
public final class HttpFailure extends IOException {
  private static final long serialVersionUID = 1L;

  public HttpFailure(String message) {
    super(message);
  }

  public HttpFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
