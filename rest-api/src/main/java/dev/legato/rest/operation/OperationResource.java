package dev.legato.rest.operation;

import dev.legato.model.flow.Label;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.operation.HealthView.Part;
import dev.legato.rest.operation.HealthView.Status;
import dev.legato.rest.search.SearchGrammar;
import dev.legato.rest.security.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how the server is. */
final class OperationResource {
  private static final Logger log = LoggerFactory.getLogger(OperationResource.class);

  private static final String PRODUCT = "legato";
  private static final Duration CHART_DURATION = Duration.ofDays(30);
  private static final ConfigView.Preview PREVIEW = new ConfigView.Preview(100, 5_000);

  private final ServerInfo info;
  private final List<HealthCheck> checks;
  private final @Nullable URI url;
  private final SignIn signIn;

  OperationResource(ServerInfo info, List<HealthCheck> checks, @Nullable URI url, SignIn signIn) {
    this.info = info;
    this.checks = checks;
    this.url = url;
    this.signIn = signIn;
  }

  Answer ping(Call call) {
    return Answer.text("pong");
  }

  /** Says nothing but that requests are answered: everybody may ask. */
  Answer liveness(Call call) {
    return Answer.json(new HealthView(null, Status.UP, null));
  }

  Answer readiness(Call call) {
    Status status = call.stopping().isDone() ? Status.DOWN : overall(parts());
    return answer(new HealthView(null, status, null));
  }

  Answer health(Call call) {
    Map<String, Part> parts = parts();
    return answer(new HealthView(PRODUCT, overall(parts), parts));
  }

  private static Answer answer(HealthView health) {
    return new Answer.Json(health.status() == Status.UP ? 200 : 503, health);
  }

  private static Status overall(Map<String, Part> parts) {
    boolean allUp = parts.values().stream().allMatch(part -> part.status() == Status.UP);
    return allUp ? Status.UP : Status.DOWN;
  }

  private Map<String, Part> parts() {
    var parts = new LinkedHashMap<String, Part>();
    for (HealthCheck check : checks) {
      Status status = works(check) ? Status.UP : Status.DOWN;
      parts.put(check.name(), new Part(check.name(), status));
    }
    return parts;
  }

  private static boolean works(HealthCheck check) {
    try {
      return check.probe().works();
    } catch (Exception e) {
      log.atWarn().addKeyValue("part", check.name()).setCause(e).log("health check failed");
      return false;
    }
  }

  Answer version(Call call) {
    return Answer.json(new VersionView(PRODUCT, info.version(), info.commit(), info.commitDate()));
  }

  Answer configuration(Call call) {
    boolean authenticates = signIn.required().isPresent();
    return Answer.json(
        new ConfigView(
            info.instance(),
            info.version(),
            "OSS",
            info.commit(),
            info.commitDate(),
            CHART_DURATION,
            true,
            false,
            false,
            false,
            true,
            url,
            PREVIEW,
            SearchGrammar.SYSTEM_NAMESPACE,
            List.of(Label.SYSTEM_PREFIX),
            authenticates,
            authenticates,
            false,
            false,
            true));
  }
}
