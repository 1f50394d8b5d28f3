package dev.legato.server.command;

import dev.legato.orchestrator.expression.ProbeOutcome;
import dev.legato.orchestrator.expression.ProbeOutcome.Evaluated;
import dev.legato.orchestrator.expression.ProbeOutcome.Failed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server to evaluate an expression. */
final class RemoteEvaluation {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RemoteEvaluation() {}

  /**
   * Where to evaluate.
   *
   * @param user name and password with a colon between them, or {@code @} and a file with them
   */
  record Target(URI server, @Nullable String user, String execution, @Nullable String taskRun) {
    private URI uri() {
      String base = server.toString();
      String path =
          "%s/api/v1/main/executions/%s/eval"
              .formatted(
                  base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                  encode(execution));
      return URI.create(taskRun == null ? path : path + "/" + encode(taskRun));
    }

    private static String encode(String segment) {
      return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }

  /**
   * The server's answer.
   *
   * @throws IOException when there is none
   */
  static ProbeOutcome of(String template, Target target) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.uri())
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofString(template));
    if (target.user() != null) {
      request.header("Authorization", authorization(target.user()));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return read(answer, target);
    }
  }

  private static String authorization(String user) {
    String clear = user.startsWith("@") ? FlowFiles.read(Path.of(user.substring(1))).strip() : user;
    return "Basic " + Base64.getEncoder().encodeToString(clear.getBytes(StandardCharsets.UTF_8));
  }

  private static ProbeOutcome read(HttpResponse<String> answer, Target target) {
    if (answer.statusCode() == 401) {
      throw new CommandFailure(
          ExitCode.FAILED, "The server asks who you are: give --user NAME:PASSWORD.");
    }
    JsonNode body;
    try {
      body = JsonMapper.shared().readTree(answer.body());
    } catch (JacksonException e) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "What answers at %s is no Legato server (status %d)."
              .formatted(target.server(), answer.statusCode()));
    }
    if (answer.statusCode() != 200) {
      throw new CommandFailure(
          ExitCode.FAILED, body.path("message").asString("The server refused the request."));
    }
    return body.has("error")
        ? new Failed(body.path("error").asString(), body.path("line").asInt(1))
        : new Evaluated(
            body.path("result").asString(""),
            body.has("value")
                ? JsonMapper.shared().treeToValue(body.get("value"), Object.class)
                : null);
  }
}
