package dev.legato.server.crash;

import dev.legato.server.crash.Journal.Answered;
import dev.legato.server.crash.Journal.Asked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a server as any client would. */
final class Client implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI api;

  Client(int port) {
    this.api = URI.create("http://127.0.0.1:%d/api/v1/".formatted(port));
  }

  /** Saves the flows of the load. */
  void createFlows() throws Exception {
    for (Shape shape : Shape.values()) {
      var resource = Client.class.getResource("/crash/flows/%s.yaml".formatted(shape.flow()));
      String source = Files.readString(Path.of(resource.toURI()));
      HttpResponse<String> answer =
          send(
              request("flows")
                  .header("Content-Type", "application/x-yaml")
                  .POST(BodyPublishers.ofString(source)));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "Expected flow %s to be saved, but: %s".formatted(shape.flow(), answer.body()));
      }
    }
  }

  /**
   * Sends a request for an execution.
   *
   * @throws IOException when no whole answer comes: nobody knows what became of the request
   */
  Answered create(Asked asked) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(
                "executions/%s/%s?labels=request:%d"
                    .formatted(Shape.NAMESPACE, asked.shape().flow(), asked.number()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(asked.inputs())));
    if (asked.key() != null) {
      request.header("Idempotency-Key", asked.key());
    }
    HttpResponse<String> answer = send(request);
    boolean success = answer.statusCode() == 200;
    String id = success ? JSON.readTree(answer.body()).get("id").stringValue() : null;
    return new Answered(asked.number(), answer.statusCode(), id);
  }

  /**
   * Asks to stop an execution.
   *
   * @return the status of the answer
   * @throws IOException when no whole answer comes
   */
  int stop(String execution) throws IOException, InterruptedException {
    return send(request("executions/%s/kill".formatted(execution)).DELETE()).statusCode();
  }

  /** How many executions have not ended. */
  long live() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(request("executions/search?size=1&state=CREATED,RUNNING,RETRYING,KILLING").GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Expected a search to work, but: " + answer.body());
    }
    return JSON.readTree(answer.body()).get("total").longValue();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).timeout(TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
