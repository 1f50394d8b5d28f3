package dev.legato.rest.session;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.security.BasicAuth;
import dev.legato.rest.security.Sessions;
import dev.legato.rest.security.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes with which a browser gets a session instead of sending the password each time. The
 * cookie is of no use to scripts and to pages of other sites.
 */
public final class SessionRoutes {
  private static final long MAX_BYTES = 8 * 1024;

  private final @Nullable BasicAuth auth;
  private final Json json;
  private final Setting setting;

  /**
   * What cookies and pages have to know.
   *
   * @param contextPath under which the server is reached; empty for none
   * @param secure whether it is reached by HTTPS only
   */
  public record Setting(String contextPath, boolean secure, String version) {}

  private SessionRoutes(@Nullable BasicAuth auth, Json json, Setting setting) {
    this.auth = auth;
    this.json = json;
    this.setting = setting;
  }

  /**
   * The routes.
   *
   * @param auth absent when everybody may do everything
   */
  public static List<Route> of(@Nullable BasicAuth auth, Json json, Setting setting) {
    var routes = new SessionRoutes(auth, json, setting);
    var credentials =
        new Body(
            MAX_BYTES,
            List.of(MediaType.JSON),
            Types.of(Map.class, String.class, String.class),
            true);
    return List.of(
        Route.get(Scope.API, "configs/login", Access.PUBLIC, "Tells whether one has to sign in")
            .answers(200, LoginView.class, "What a page has to know before that")
            .handledBy(routes::show),
        Route.post(Scope.API, "login", Access.PUBLIC, "Signs in: username and password")
            .reads(credentials)
            .answers(200, UserView.class, "The session is in a cookie")
            .handledBy(routes::login),
        Route.post(Scope.API, "logout", Access.PUBLIC, "Signs out")
            .answers(204, "The session has ended")
            .handledBy(routes::logout),
        Route.post(Scope.TENANT, "basicAuth", Access.EDIT, "Refuses to set up credentials")
            .reads(credentials)
            .answers(409, "Credentials are part of the configuration")
            .handledBy(SessionRoutes::setUp),
        Route.get(
                Scope.API,
                "basicAuthValidationErrors",
                Access.READ,
                "Lists what is wrong with the configured credentials")
            .answers(
                200,
                Types.of(List.class, String.class),
                "Nothing: a server with any does not start")
            .handledBy(_ -> Answer.json(List.of())));
  }

  private Answer show(Call call) {
    return Answer.json(new LoginView(auth != null, auth != null, setting.version()));
  }

  private Answer login(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    if (!(body.get("username") instanceof String username)
        || !(body.get("password") instanceof String password)) {
      throw Problem.unreadable("Invalid JSON: expected a username and a password");
    }
    if (auth == null) {
      return Answer.json(new UserView(username));
    }
    return switch (auth.check(username, password, call.client())) {
      case Verdict.Allowed _ ->
          new Answer.Headed(
              Map.of("Set-Cookie", cookie(auth.sessions().open())),
              Answer.json(new UserView(username)));
      case Verdict.Refused _ -> throw Problem.unauthorized();
      case Verdict.Locked(long seconds) ->
          throw Problem.tooMany("too many wrong credentials came from this address", seconds);
    };
  }

  private Answer logout(Call call) {
    if (auth != null) {
      call.cookie(Sessions.COOKIE).ifPresent(auth.sessions()::close);
    }
    return new Answer.Headed(Map.of("Set-Cookie", cookie("") + "; Max-Age=0"), Answer.noContent());
  }

  private String cookie(String value) {
    return "%s=%s; Path=%s/; HttpOnly; SameSite=Strict%s"
        .formatted(
            Sessions.COOKIE, value, setting.contextPath(), setting.secure() ? "; Secure" : "");
  }

  private static Answer setUp(Call call) {
    throw Problem.conflict(
        "credentials are part of the configuration: set legato.server.basic-auth, with a hash from"
            + " 'legato auth hash', and start the server again");
  }
}
