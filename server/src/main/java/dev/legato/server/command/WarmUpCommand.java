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
  private static final int SCRIPT_ROUNDS = 5;
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

  /** Ends as a failure where there is no Python, which does no harm. */
  private static final String SCRIPTS =
      """
      id: scripts
      namespace: legato
      tasks:
        - id: each
          type: io.kestra.plugin.core.flow.ForEach
          values: "{{ range(1, 20) }}"
          concurrencyLimit: 1
          tasks:
            - id: python
              type: io.kestra.plugin.scripts.python.Script
              taskRunner:
                type: io.kestra.plugin.core.runner.Process
              script: |
                from kestra import Kestra
                print("hello")
                Kestra.outputs({"value": {{ taskrun.value }}})
        - id: shell
          type: io.kestra.plugin.scripts.shell.Commands
          taskRunner:
            type: io.kestra.plugin.core.runner.Process
          commands:
            - echo "{{ outputs.python['1'].vars.value }}"
      """;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerConfig config = ServerConfig.DEFAULTS;
    try (var scratch = ScratchDirectory.create();
        var server = LocalServer.start(scratch.path(), config.withHttp(config.http().withPort(0)));
        var client = HttpClient.newHttpClient()) {
      URI api = URI.create("http://127.0.0.1:%d/api/v1/main/".formatted(server.port()));
      run(client, api, "warm-up", FLOW, ROUNDS);
      run(client, api, "scripts", SCRIPTS, SCRIPT_ROUNDS);
      send(client, get(api.resolve("executions/search?size=10")));
      send(client, get(api.resolve("flows/search?size=10")));
    }
    return ExitCode.OK;
  }

  private static void run(HttpClient client, URI api, String id, String flow, int rounds)
      throws IOException, InterruptedException {
    send(client, post(api.resolve("flows"), "application/x-yaml", flow));
    for (int i = 0; i < rounds; i++) {
      URI create = api.resolve("executions/legato/%s?wait=true".formatted(id));
      send(client, post(create, "application/json", "{}"));
    }
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
