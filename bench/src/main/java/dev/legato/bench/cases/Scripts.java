package dev.legato.bench.cases;

import dev.legato.bench.cases.Single.Load;
import dev.legato.bench.load.HttpTarget;
import dev.legato.bench.load.ServerProcess;
import dev.legato.bench.report.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Programs that tasks run: how fast they start, and how fast their lines are kept. */
final class Scripts {
  private static final int SCRIPTS = 40;
  private static final int LINES_PER_SECOND = 100_000;
  private static final String RUN = "/api/v1/main/executions/bench/%s?wait=true";

  private Scripts() {}

  static List<Result> python(Settings settings) throws Exception {
    Path cold = settings.data("cold.yaml");
    Files.writeString(cold, "legato.tasks.scripts.warm-interpreters: false\n");
    return List.of(
        python("python, kept ready", "<= 400 ms", settings.data("warm"), List.of()),
        python(
            "python, started each time",
            "<= 1,200 ms",
            settings.data("cold"),
            List.of("--config", cold.toString())));
  }

  private static Result python(String name, String bar, Path data, List<String> options)
      throws Exception {
    String source = Sources.python(SCRIPTS);
    try (var server = ServerProcess.start(data, options)) {
      server.save(source);
      try (var target = new HttpTarget(server.port(), RUN.formatted("python"))) {
        long begin = System.nanoTime();
        target.once();
        double first = (System.nanoTime() - begin) / 1e6;
        return Single.measure(new Load(name, source, 10, 20, bar), target).with("first ms", first);
      }
    }
  }

  /** As many lines as are to be kept in the time of a rate; all of them must be there. */
  static List<Result> lines(Settings settings) throws Exception {
    long lines = (long) LINES_PER_SECOND * settings.seconds();
    try (var server = ServerProcess.start(settings.data("lines"))) {
      server.save(Sources.lines("warm-up", LINES_PER_SECOND));
      server.save(Sources.lines("lines", lines));
      try (var warmUp = new HttpTarget(server.port(), RUN.formatted("warm-up"));
          var target = new HttpTarget(server.port(), RUN.formatted("lines"))) {
        warmUp.once();
        long begin = System.nanoTime();
        target.once();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long lost = lines - kept(server.port());
        return List.of(
            Result.of("lines, %,d".formatted(lines), ">= 100,000/s, none lost")
                .with("lines/s", lines / seconds)
                .with("lost", (double) lost)
                .with("most rss MiB", server.residentMib(true)));
      }
    }
  }

  private static long kept(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var uri =
          URI.create(
              "http://127.0.0.1:%d/api/v1/main/logs/search?size=1&flowId=lines&taskId=write"
                  .formatted(port));
      var response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      return JsonMapper.shared().readTree(response.body()).get("total").asLong();
    }
  }
}
