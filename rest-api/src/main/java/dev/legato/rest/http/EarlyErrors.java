package dev.legato.rest.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that the HTTP server refuses by itself, in the shape of all our errors. */
final class EarlyErrors extends ErrorHandler {
  private static final String NO_REQUEST_ID = "none";

  private final Json json;

  EarlyErrors(Json json) {
    this.json = json;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    byte[] body = body(code);
    SafetyHeaders.addTo(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.JSON);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  // the server's own words may repeat what the client sent
  private byte[] body(int status) {
    String message = HttpStatus.getMessage(status) + ": the request is not valid HTTP";
    return json.bytes(ProblemView.of(Problem.ofStatus(status, message), NO_REQUEST_ID, ""));
  }
}
