package dev.legato.plugins.fs.local;

import dev.legato.plugin.Finding;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts the flow when files come to a folder of the machine. */
@TriggerType(
    value = "io.kestra.plugin.fs.local.Trigger",
    title = "Starts the flow when files come to a folder of the machine.",
    description =
        """
        Looks into the folder every `interval`, and starts one execution for all files that it
        finds. With `action: MOVE` or `DELETE` the files go away once the execution exists. With
        `NONE` they stay, and the trigger remembers them among the values of the namespace, so that
        only new and changed files count (`on`).

        The folders must be allowed in the configuration (`legato.local-files.allowed-paths`). Write
        a file under another name and rename it when it is whole.

        ```yaml
        triggers:
          - id: orders_came
            type: io.kestra.plugin.fs.local.Trigger
            from: /data/in
            regExp: .*[.]csv
            action: MOVE
            moveDirectory: /data/done
            interval: PT10S
        ```

        The tasks of the flow read `{{ trigger.files }}`; each has `uri`, `name`, `localPath`,
        `size` and `modifiedDate`.
        """)
public record Trigger(
    @Property("The path of the folder.") String from,
    @Property(value = "What becomes of the files.", defaultValue = "NONE") SourceAction action,
    @Property("The folder of `action: MOVE`.") @Nullable String moveDirectory,
    @Property("The whole path must match this regular expression.") @Nullable String regExp,
    @Property(value = "Whether files of folders within count, too.", defaultValue = "false")
        boolean recursive,
    @Property(value = "How many files count at once, at most.", defaultValue = "25") int maxFiles,
    @Property(value = "Which files count when they stay.", defaultValue = "CREATE_OR_UPDATE")
        Occasion on,
    @Property("The key of the value that remembers files; made of the trigger's name when absent.")
        @Nullable String stateKey,
    @Property("After which a file that did not change counts as new; never when absent.")
        @Nullable Duration stateTtl)
    implements PollingTrigger<Trigger.Result> {
  /** Which files count. */
  public enum Occasion {
    CREATE,
    UPDATE,
    CREATE_OR_UPDATE
  }

  /** What was found. */
  public record Result(
      @Property("The files, in internal storage.") List<LocalFile> files,
      @Property("How many.") int count) {}

  @Override
  public Optional<Finding<Result>> poll(TriggerContext context) throws TaskFailure, IOException {
    Path folder = context.folders().resolve(from);
    if (action == SourceAction.MOVE) {
      var _ = Transfer.target(moveDirectory, context);
    }
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    var listing = new Listing(from, regExp, recursive, maxFiles, SortOrder.NONE);
    return action == SourceAction.NONE ? remembering(listing, context) : taking(listing, context);
  }

  private Optional<Finding<Result>> taking(Listing listing, TriggerContext context)
      throws TaskFailure, IOException {
    List<LocalFile> files = listing.files(context);
    return found(
        files, context, () -> Transfer.finish(files, action, moveDirectory, context), true);
  }

  private Optional<Finding<Result>> remembering(Listing listing, TriggerContext context)
      throws TaskFailure, IOException {
    var memory = SeenFiles.read(context, stateKey, stateTtl);
    List<LocalFile> counting = new ArrayList<>();
    List<LocalFile> present = new ArrayList<>();
    for (LocalFile file : listing.all(context)) {
      if (!file.isDirectory()) {
        present.add(file);
        if (memory.counts(file, on)) {
          counting.add(file);
        }
      }
    }
    List<LocalFile> files = listing.capped(counting, context);
    List<LocalFile> later = counting.subList(files.size(), counting.size());
    SeenFiles.Changed after = memory.after(present, later);
    if (files.isEmpty()) {
      after.store();
    }
    return found(files, context, after::store, stateTtl == null);
  }

  private static Optional<Finding<Result>> found(
      List<LocalFile> files,
      TriggerContext context,
      Finding.Afterwards afterwards,
      boolean onlyOnce)
      throws IOException {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    String key = onlyOnce ? SeenFiles.fingerprint(files) : null;
    List<LocalFile> stored = Transfer.store(files, context);
    return Optional.of(new Finding<>(new Result(stored, stored.size()), key, afterwards));
  }
}
