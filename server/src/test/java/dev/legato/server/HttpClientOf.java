package dev.legato.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the interface of a server. */
final class HttpClientOf implements AutoCloseable {
  private static final Duration MAX = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI api;

  HttpClientOf(LocalServer server) {
    api = URI.create("http://127.0.0.1:%d/api/v1/main/".formatted(server.port()));
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(MAX)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> saveFlow(String source) throws IOException, InterruptedException {
    return post("flows", "application/x-yaml", source);
  }

  /** Sends {@code name=value} as a form with one part. */
  HttpResponse<String> form(String path, String name, String value)
      throws IOException, InterruptedException {
    String body =
        "--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--part--\r\n"
            .formatted(name, value);
    return post(path, "multipart/form-data; boundary=part", body);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(api.resolve(path)).timeout(MAX).build();
    return json(client.send(request, BodyHandlers.ofString()));
  }

  static JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "Expected 200, but got %d: %s".formatted(response.statusCode(), response.body()));
    }
    return JsonMapper.shared().readTree(response.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
