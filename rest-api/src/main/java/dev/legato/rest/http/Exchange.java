package dev.legato.rest.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request and what becomes of it.
 *
 * @param id names the request in its answer and in the log
 */
record Exchange(Request request, Response response, Callback callback, String id) {
  boolean isHead() {
    return request.getMethod().equals("HEAD");
  }
}
