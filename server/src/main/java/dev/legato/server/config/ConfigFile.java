package dev.legato.server.config;

import dev.legato.http.HttpRules;
import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.flow.PluginDefault;
import dev.legato.model.flow.Recovery;
import dev.legato.orchestrator.trigger.TriggerConfig;
import dev.legato.plugin.AllowedFolders;
import dev.legato.rest.RestConfig;
import dev.legato.rest.security.Credentials;
import dev.legato.server.cleaning.CleaningRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a configuration file: YAML, keys below {@code legato}. Keys that others keep below {@code
 * kestra} or {@code micronaut} are understood as far as they have a meaning here; unknown ones
 * below {@code legato} are refused.
 */
public final class ConfigFile {
  private static final String OWN = "legato.";
  private static final String SECRET = "SECRET_";
  private static final Pattern SHORT_DURATION = Pattern.compile("\\d{1,9}[smhd]");

  private final Path file;
  private final Map<String, @Nullable Object> values;
  private final Set<String> used = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private ConfigFile(Path file, Map<String, @Nullable Object> values) {
    this.file = file;
    this.values = values;
  }

  /**
   * The configuration in the file.
   *
   * @param environment the variables of the process
   * @throws InvalidConfigException with every problem
   */
  public static ServerConfig read(Path file, Map<String, String> environment) {
    return new ConfigFile(file, flatten(load(file))).toConfig(environment);
  }

  /** The configuration without a file. */
  public static ServerConfig none(Map<String, String> environment) {
    return new ConfigFile(Path.of("the environment"), Map.of()).toConfig(environment);
  }

  private ServerConfig toConfig(Map<String, String> environment) {
    Map<String, Object> globals = new LinkedHashMap<>();
    for (String prefix : List.of("legato.variables.globals.", "kestra.variables.globals.")) {
      values.forEach(
          (key, value) -> {
            if (key.startsWith(prefix) && value != null) {
              used.add(key);
              globals.putIfAbsent(key.substring(prefix.length()), value);
            }
          });
    }
    var expressions =
        new ExpressionEnvironment(
            globals,
            visible(environment, text("variables.env-vars-prefix", "ENV_")),
            optional("environment.name"),
            optional("url"),
            Boolean.parseBoolean(text("variables.recursive-rendering", "false")),
            ZoneId.systemDefault());
    var config =
        new ServerConfig(
            http(),
            expressions,
            tasks(),
            storage(),
            secretConfig(environment),
            triggers(),
            cleaning(),
            pluginDefaults());
    for (String key : values.keySet()) {
      if (key.startsWith(OWN) && !used.contains(key)) {
        problems.add("the key '%s' is not known".formatted(key));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(file, problems);
    }
    return config;
  }

  private static Map<String, String> secrets(Map<String, String> environment) {
    var secrets = new HashMap<String, String>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(SECRET)) {
            secrets.put(name.substring(SECRET.length()), value);
          }
        });
    return secrets;
  }

  private TriggerConfig triggers() {
    TriggerConfig defaults = TriggerConfig.DEFAULTS;
    String zone = text("triggers.timezone", defaults.zone().getId());
    String recovery = text("triggers.recover-missed-schedules", defaults.recovery().name());
    try {
      return new TriggerConfig(
          ZoneId.of(zone), Recovery.valueOf(recovery.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException e) {
      problems.add(
          "triggers.timezone must be a zone such as Europe/Paris, not '%s'".formatted(zone));
    } catch (IllegalArgumentException e) {
      problems.add(
          "triggers.recover-missed-schedules must be ALL, LAST or NONE, not '%s'"
              .formatted(recovery));
    }
    return defaults;
  }

  private StorageConfig storage() {
    return new StorageSection(this::optional, problems).read();
  }

  private CleaningRules cleaning() {
    CleaningRules defaults = CleaningRules.DEFAULTS;
    try {
      return new CleaningRules(
          duration("cleaning.every", defaults.every()),
          duration("cleaning.orphans", defaults.orphans()),
          duration("cleaning.caches", defaults.caches()),
          duration("cleaning.requests", defaults.requests()));
    } catch (DateTimeParseException e) {
      problems.add(
          "the keys below cleaning must be durations such as P7D, not '%s'"
              .formatted(e.getParsedString()));
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return defaults;
  }

  /** In the form of ISO, or as in {@code 5m}, which existing files have. */
  private Duration duration(String key, Duration otherwise) {
    String text = text(key, otherwise.toString());
    if (SHORT_DURATION.matcher(text).matches()) {
      return Duration.parse((text.endsWith("d") ? "P" : "PT") + text);
    }
    return Duration.parse(text);
  }

  private SecretConfig secretConfig(Map<String, String> environment) {
    List<String> keys = new ArrayList<>();
    String key = optional("encryption.secret-key");
    List<String> older = list("encryption.previous-keys");
    if (key != null) {
      keys.add(key);
      keys.addAll(older);
    } else if (!older.isEmpty()) {
      problems.add("encryption.previous-keys needs encryption.secret-key beside it");
    }
    return new SecretConfig(secrets(environment), keys);
  }

  /** Of the older key first. */
  private List<PluginDefault> pluginDefaults() {
    List<PluginDefault> defaults = new ArrayList<>();
    for (String key : List.of("tasks.defaults", "plugins.defaults")) {
      for (String prefix : List.of(OWN, "kestra.")) {
        Object value = values.get(prefix + key);
        if (value != null) {
          used.add(prefix + key);
          defaults.addAll(ServerDefaults.read(prefix + key, value, problems));
        }
      }
    }
    return defaults;
  }

  private TaskConfig tasks() {
    HttpRules defaults = HttpRules.DEFAULTS;
    String temporary = optional("tasks.tmp-dir.path");
    try {
      return new TaskConfig(
          new HttpRules(
              Boolean.parseBoolean(
                  text("tasks.http.private-networks", String.valueOf(defaults.privateAllowed()))),
              Set.copyOf(list("tasks.http.exempt-hosts")),
              duration("tasks.http.max-duration", defaults.maxDuration()),
              Long.parseLong(text("tasks.http.max-bytes", String.valueOf(defaults.maxBytes())))),
          new ScriptKeys(this::optional, this::list, this::below, problems).read(),
          new AllowedFolders(list("local-files.allowed-paths").stream().map(Path::of).toList()),
          temporary == null ? null : Path.of(temporary),
          duration("server.termination-grace-period", TaskConfig.DEFAULTS.terminationGrace()));
    } catch (DateTimeParseException e) {
      problems.add(
          "tasks.http.max-duration and server.termination-grace-period must be durations such as"
              + " PT6H, not '%s'".formatted(e.getParsedString()));
    } catch (NumberFormatException e) {
      problems.add("tasks.http.max-bytes must be a number");
    } catch (IllegalArgumentException e) {
      problems.add("tasks: " + e.getMessage());
    }
    return TaskConfig.DEFAULTS;
  }

  private RestConfig http() {
    String username = optional("server.basic-auth.username");
    String hash = optional("server.basic-auth.password-hash");
    if (optional("server.basic-auth.password") != null) {
      problems.add(
          "passwords are not kept in the configuration: put the output of 'legato auth hash'"
              + " under server.basic-auth.password-hash");
    }
    if ((username == null) != (hash == null)) {
      problems.add("server.basic-auth needs both username and password-hash");
    }
    Credentials credentials =
        username == null || hash == null ? null : new Credentials(username, hash);
    try {
      RestConfig defaults = RestConfig.DEFAULTS;
      String url = optional("url");
      return new RestConfig(
          text("server.host", defaults.host()),
          Integer.parseInt(text("server.port", String.valueOf(defaults.port()))),
          text("server.context-path", ""),
          Set.copyOf(list("server.allowed-hosts")),
          credentials,
          text("server.basic-auth.realm", defaults.realm()),
          url == null ? null : URI.create(url),
          defaults.limits());
    } catch (NumberFormatException e) {
      problems.add("server.port must be a number");
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return RestConfig.DEFAULTS;
  }

  private String text(String key, String otherwise) {
    String value = optional(key);
    return value == null ? otherwise : value;
  }

  private @Nullable String optional(String key) {
    for (String prefix : List.of(OWN, "kestra.", "micronaut.")) {
      Object value = values.get(prefix + key);
      if (value != null) {
        used.add(prefix + key);
        return String.valueOf(value);
      }
    }
    return null;
  }

  /** All keys that begin with the prefix, without it. */
  private Map<String, String> below(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(OWN + prefix) && value != null) {
            used.add(key);
            found.put(key.substring(OWN.length() + prefix.length()), String.valueOf(value));
          }
        });
    return found;
  }

  private List<String> list(String key) {
    Object value = values.get(OWN + key);
    used.add(OWN + key);
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static Map<String, String> visible(Map<String, String> environment, String prefix) {
    var visible = new HashMap<String, String>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(prefix) && !isOfTheServer(name)) {
            visible.put(name.substring(prefix.length()).toLowerCase(Locale.ROOT), value);
          }
        });
    return visible;
  }

  /** What tells a server where its parts are, or is a secret, is not for flows. */
  private static boolean isOfTheServer(String name) {
    return name.startsWith("SECRET_")
        || name.matches("(KESTRA|LEGATO)_(CONFIGURATION|.*_PATH|OPTS|JAVA_OPTS)");
  }

  private static Map<?, ?> load(Path file) {
    try {
      Object read =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      if (read == null) {
        return Map.of();
      }
      if (read instanceof Map<?, ?> map) {
        return map;
      }
      throw new InvalidConfigException(file, List.of("it must hold keys and values"));
    } catch (IOException e) {
      throw new InvalidConfigException(file, List.of("it cannot be read: " + e.getMessage()));
    } catch (YamlEngineException e) {
      throw new InvalidConfigException(file, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Map<String, @Nullable Object> flatten(Map<?, ?> nested) {
    var flat = new LinkedHashMap<String, @Nullable Object>();
    flatten("", nested, flat);
    return flat;
  }

  private static void flatten(String prefix, Map<?, ?> nested, Map<String, @Nullable Object> flat) {
    nested.forEach(
        (key, value) -> {
          String path = prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key;
          if (value instanceof Map<?, ?> map) {
            flatten(path, map, flat);
          } else {
            flat.put(path, value);
          }
        });
  }
}
