package dev.legato.orchestrator.expression;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls other servers for expressions, under the rules of this one about who may be called. */
@FunctionalInterface
public interface HttpCaller {
  /**
   * Sends a request and waits for the whole response.
   *
   * @throws IOException when there is no response, or none may be had; the message is for people
   */
  Response send(Request request) throws IOException, InterruptedException;

  /**
   * What to send.
   *
   * @param body absent for none
   * @param maxBytes a longer response fails
   */
  record Request(
      String method,
      URI uri,
      Map<String, List<String>> headers,
      @Nullable Body body,
      Options options,
      long maxBytes) {}

  /** Bytes of one kind. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Body(String contentType, byte[] bytes) {}

  /** How to send it; what is absent is left to the caller. */
  record Options(
      @Nullable Duration connectTimeout,
      @Nullable Duration readTimeout,
      boolean followRedirects,
      @Nullable Credentials credentials) {}

  /**
   * Who is calling.
   *
   * @param username absent when the password is a bearer token
   */
  record Credentials(@Nullable String username, String password) {
    @Override
    public String toString() {
      return "Credentials[" + (username == null ? "a token" : username) + "]";
    }
  }

  /** What came back. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Response(int status, @Nullable String contentType, byte[] body) {}
}
