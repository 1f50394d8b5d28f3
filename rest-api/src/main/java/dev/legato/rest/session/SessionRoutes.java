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
import dev.legato.rest.security.SignIn;
import dev.legato.rest.security.UserRules;
import dev.legato.rest.security.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The routes with which a browser gets a session instead of sending the password each time. The
 * cookie is of no use to scripts and to pages of other sites.
 */
public final class SessionRoutes {
  private static final long MAX_BYTES = 8 * 1024;

  private final SignIn signIn;
  private final Json json;
  private final Setting setting;

  /**
   * What cookies and pages have to know.
   *
   * @param contextPath under which the server is reached; empty for none
   * @param secure whether it is reached by HTTPS only
   */
  public record Setting(String contextPath, boolean secure, String version) {}

  private SessionRoutes(SignIn signIn, Json json, Setting setting) {
    this.signIn = signIn;
    this.json = json;
    this.setting = setting;
  }

  /**
   * The routes.
   *
   * @param signIn whether callers must show who they are
   */
  public static List<Route> of(SignIn signIn, Json json, Setting setting) {
    var routes = new SessionRoutes(signIn, json, setting);
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
        Route.post(Scope.TENANT, "basicAuth", Access.EDIT, "Sets up the first user")
            .reads(credentials)
            .answers(204, "From now on one has to sign in; the session is in a cookie")
            .answers(403, "The token is not the one that the server printed")
            .answers(409, "There are credentials")
            .handledBy(routes::setUp),
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
    boolean required = signIn.required().isPresent();
    return Answer.json(
        new LoginView(required, required, signIn.awaitsFirstUser(), setting.version()));
  }

  private Answer login(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    String username = text(body, "username");
    String password = text(body, "password");
    BasicAuth auth = signIn.required().orElse(null);
    if (auth == null) {
      return Answer.json(new UserView(username));
    }
    return switch (auth.check(username, password, call.client())) {
      case Verdict.Allowed _ -> signedIn(auth, Answer.json(new UserView(username)));
      case Verdict.Refused _ -> throw Problem.unauthorized();
      case Verdict.Locked(long seconds) ->
          throw Problem.tooMany("too many wrong credentials came from this address", seconds);
    };
  }

  private Answer logout(Call call) {
    signIn
        .required()
        .ifPresent(auth -> call.cookie(Sessions.COOKIE).ifPresent(auth.sessions()::close));
    return new Answer.Headed(Map.of("Set-Cookie", cookie("") + "; Max-Age=0"), Answer.noContent());
  }

  private String cookie(String value) {
    return "%s=%s; Path=%s/; HttpOnly; SameSite=Strict%s"
        .formatted(
            Sessions.COOKIE, value, setting.contextPath(), setting.secure() ? "; Secure" : "");
  }

  private Answer setUp(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    String username = text(body, "username");
    String password = text(body, "password");
    String token = body.get("token") instanceof String given ? given : "";
    List<Problem.Detail> problems =
        UserRules.problems(username, password).stream()
            .map(problem -> new Problem.Detail(problem, null))
            .toList();
    if (signIn.awaitsFirstUser() && !problems.isEmpty()) {
      throw Problem.invalid(problems.getFirst().message(), problems);
    }
    return switch (signIn.setUp(token, username, password)) {
      case DONE -> signedIn(signIn.required().orElseThrow(), Answer.noContent());
      case WRONG_TOKEN ->
          throw Problem.forbidden("the first user needs the token that the server printed");
      case TOO_LATE ->
          throw Problem.conflict(
              "there are credentials; others are set by legato.server.basic-auth in the"
                  + " configuration, with a hash from 'legato auth hash'");
    };
  }

  private static String text(Map<?, ?> body, String member) {
    if (body.get(member) instanceof String text) {
      return text;
    }
    throw Problem.unreadable("Invalid JSON: expected a username and a password");
  }

  private Answer signedIn(BasicAuth auth, Answer answer) {
    return new Answer.Headed(Map.of("Set-Cookie", cookie(auth.sessions().open())), answer);
  }
}
