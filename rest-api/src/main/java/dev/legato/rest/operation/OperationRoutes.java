package dev.legato.rest.operation;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import dev.legato.rest.security.SignIn;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes for operators. */
public final class OperationRoutes {
  private OperationRoutes() {}

  /**
   * The routes.
   *
   * @param url under which people reach the server
   * @param signIn whether callers must show who they are
   */
  public static List<Route> of(
      ServerInfo info,
      List<HealthCheck> checks,
      FiguresPage figures,
      @Nullable URI url,
      SignIn signIn) {
    var resource = new OperationResource(info, checks, url, signIn);
    return List.of(
        Route.get(Scope.ROOT, "ping", Access.PUBLIC, "Answers pong")
            .answers(new Reply(200, MediaType.TEXT, String.class, "pong"))
            .handledBy(resource::ping),
        Route.get(Scope.ROOT, "health/liveness", Access.PUBLIC, "Tells that the process answers")
            .answers(200, HealthView.class, "It does")
            .handledBy(resource::liveness),
        Route.get(Scope.ROOT, "health/readiness", Access.READ, "Tells whether work is accepted")
            .answers(200, HealthView.class, "It is")
            .answers(503, HealthView.class, "It is not")
            .handledBy(resource::readiness),
        Route.get(Scope.ROOT, "health", Access.READ, "Tells which parts work")
            .answers(200, HealthView.class, "All work")
            .answers(503, HealthView.class, "Some do not")
            .handledBy(resource::health),
        Route.get(Scope.ROOT, "version", Access.READ, "Tells which program this is")
            .answers(200, VersionView.class, "The version")
            .handledBy(resource::version),
        Route.get(Scope.ROOT, "prometheus", Access.READ, "Shows figures for Prometheus")
            .answers(new Reply(200, FiguresPage.MEDIA_TYPE, String.class, "Figures"))
            .handledBy(figures::show),
        Route.get(Scope.TENANT, "configs", Access.READ, "Tells how the installation is set up")
            .answers(200, ConfigView.class, "What clients have to know")
            .handledBy(resource::configuration));
  }
}
