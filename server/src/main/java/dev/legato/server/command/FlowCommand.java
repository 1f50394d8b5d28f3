package dev.legato.server.command;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Severity;
import dev.legato.language.flow.FlowParser;
import dev.legato.language.flow.ParseResult;
import dev.legato.language.migration.FlowMigration;
import dev.legato.language.schema.FlowSchema;
import dev.legato.orchestrator.flow.Documents;
import dev.legato.server.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Works with flows in files. */
@Command(name = "flow", description = "Work with flows in files.")
final class FlowCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "validate",
      description = {
        "Check flows and tell everything that is wrong with them.",
        "Exits with 0 when all are valid, else with 2."
      })
  int validate(
      @Parameters(
              arity = "1..*",
              paramLabel = "FILE|DIR",
              description = "Flows, or folders that are searched for .yaml and .yml files.")
          List<Path> paths) {
    FlowParser parser = Language.parser();
    boolean valid = true;
    for (Path file : files(paths)) {
      valid &= validate(parser, file);
    }
    return valid ? ExitCode.OK : ExitCode.INVALID;
  }

  @Command(
      name = "schema",
      description = {
        "Print the JSON Schema of flows, for editors that know one.",
        "VS Code: put it into a file, and that file into the setting 'yaml.schemas'."
      })
  int schema() {
    String schema =
        JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(FlowSchema.generate(Language.types()));
    spec.commandLine().getOut().println(schema);
    return ExitCode.OK;
  }

  @Command(
      name = "migrate",
      description = {
        "Show old flows in the spelling of today, as a diff that 'patch' understands.",
        "Comments and layout stay. What still is old afterwards is told."
      })
  int migrate(
      @Option(names = "--write", description = "Change the files instead.") boolean write,
      @Parameters(
              arity = "1..*",
              paramLabel = "FILE|DIR",
              description = "Flows, or folders that are searched for .yaml and .yml files.")
          List<Path> paths) {
    var migration = new FlowMigration(Language.types(), Language.expressions());
    for (Path file : files(paths)) {
      String before = FlowFiles.read(file);
      String after = migration.migrate(before);
      if (write && !after.equals(before)) {
        FlowFiles.write(file, after);
        spec.commandLine().getOut().println("✓ " + file);
      } else if (!after.equals(before)) {
        FlowFiles.diff(file, before, after).forEach(spec.commandLine().getOut()::println);
      }
      tellWhatIsOld(file, after);
    }
    return ExitCode.OK;
  }

  private void tellWhatIsOld(Path file, String text) {
    FlowParser parser = Language.parser();
    for (String source : Documents.split(text)) {
      parser.parse(source).complaints().stream()
          .filter(complaint -> complaint.severity() == Severity.INFO)
          .forEach(
              complaint ->
                  spec.commandLine().getErr().println(FlowFiles.describe(file, complaint)));
    }
  }

  private boolean validate(FlowParser parser, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    boolean valid = true;
    for (String source : Documents.split(FlowFiles.read(file))) {
      ParseResult result = parser.parse(source);
      String name = result.id().map(Object::toString).orElse(file.toString());
      boolean good = result.flow().isPresent();
      valid &= good;
      (good ? out : err).println((good ? "✓ " : "✘ ") + name);
      for (Complaint complaint : result.complaints()) {
        (complaint.severity() == Severity.ERROR ? err : out)
            .println("  " + FlowFiles.describe(file, complaint));
      }
    }
    out.flush();
    err.flush();
    return valid;
  }

  private static List<Path> files(List<Path> paths) {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> found = Files.walk(path)) {
        found.filter(Files::isRegularFile).filter(FlowFiles::isFlow).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new CommandFailure(
            ExitCode.INVALID, "The folder %s cannot be read: %s".formatted(path, e.getMessage()));
      }
    }
    if (files.isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID,
          "There is no .yaml or .yml file in %s."
              .formatted(paths.stream().map(Path::toString).collect(Collectors.joining(", "))));
    }
    return files;
  }
}
