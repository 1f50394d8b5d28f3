package dev.legato.server.command;

import dev.legato.server.LocalServer;
import dev.legato.server.config.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Uses every part once, so that the class cache that is being recorded holds what starts need. */
@Command(name = "warm-up", hidden = true, description = "Record what fast starts need.")
final class WarmUpCommand implements Callable<Integer> {
  private static final int ROUNDS = 50;
  private static final String FLOW =
      """
      id: warm-up
      namespace: legato
      inputs:
        - id: name
          type: STRING
          defaults: world
      tasks:
        - id: each
          type: io.kestra.plugin.core.flow.ForEach
          values: ["a", "b"]
          tasks:
            - id: choice
              type: io.kestra.plugin.core.flow.If
              condition: "{{ parent.taskrun.value == 'a' or taskrun.value == 'a' }}"
              then:
                - id: values
                  type: io.kestra.plugin.core.output.OutputValues
                  values:
                    greeting: "Hello {{ inputs.name | upper }}"
        - id: log
          type: io.kestra.plugin.core.log.Log
          message: "{{ outputs.values | length }}"
      """;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerConfig config = ServerConfig.DEFAULTS;
    try (var scratch = ScratchDirectory.create();
        var server = LocalServer.start(scratch.path(), config.withHttp(config.http().withPort(0)));
        var client = HttpClient.newHttpClient()) {
      URI api = URI.create("http://127.0.0.1:%d/api/v1/main/".formatted(server.port()));
      send(client, post(api.resolve("flows"), "application/x-yaml", FLOW));
      for (int i = 0; i < ROUNDS; i++) {
        URI create = api.resolve("executions/legato/warm-up?wait=true");
        send(client, post(create, "application/json", "{}"));
      }
      send(client, get(api.resolve("executions/search?size=10")));
      send(client, get(api.resolve("flows/search?size=10")));
    }
    return ExitCode.OK;
  }

  private static HttpRequest post(URI uri, String type, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).GET().build();
  }

  private static void send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
    }
  }
}
