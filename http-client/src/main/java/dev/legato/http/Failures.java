package dev.legato.http;

import dev.legato.plugin.http.HttpFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words for people why a call failed. */
final class Failures {
  private Failures() {}

  /** There is no reply. */
  static HttpFailure noReply(Target target, Throwable cause) {
    return new HttpFailure(
        "%s cannot be called: %s".formatted(target, reason(target, cause)), cause);
  }

  /** The reply stopped before its end. */
  static HttpFailure broken(Target target, IOException cause) {
    return new HttpFailure(
        "The reply of %s broke off: %s".formatted(target, reason(target, rootOf(cause))), cause);
  }

  static HttpFailure tooSlow(Target target, String what, Duration limit) {
    return new HttpFailure("%s %s within %s".formatted(target, what, limit));
  }

  private static String reason(Target target, Throwable cause) {
    return switch (cause) {
      case RefusedAddressException refused -> String.valueOf(refused.getMessage());
      case UnknownHostException _ -> "no host is named '%s'".formatted(target.host());
      case ConnectException _ -> "nobody answers at port %d".formatted(target.port());
      case SSLException tls -> "no secure connection can be made: " + tls.getMessage();
      case TimeoutException _ -> "nothing came for too long";
      case EOFException _, ClosedChannelException _ -> "the server closed the connection";
      default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    };
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (@Nullable Throwable next = failure.getCause(); next != null; next = next.getCause()) {
      root = next;
    }
    return root;
  }

  /** Whether the server hung up on a connection that it had kept open, before it had read. */
  static boolean isStaleConnection(Throwable cause) {
    return cause instanceof EOFException || cause instanceof ClosedChannelException;
  }
}
