package dev.legato.rest.namespace;

import dev.legato.orchestrator.flow.FlowSetOutcome.Mistake;
import dev.legato.orchestrator.flow.FlowSetOutcome.Refused;
import dev.legato.orchestrator.flow.FlowSets;
import dev.legato.orchestrator.flow.FlowSets.Replacement;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.rest.search.Pages;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.namespace.NamespaceFiles;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** All files of a namespace as one archive, its flows in a folder of their own. */
final class NamespaceArchive {
  private final Flows flows;
  private final NamespaceFiles files;
  private final FileStore store;
  private final long maxSource;

  /**
   * @param maxSource bytes of the sources of all flows in an archive together
   */
  NamespaceArchive(Flows flows, NamespaceFiles files, FileStore store, long maxSource) {
    this.flows = flows;
    this.files = files;
    this.store = store;
    this.maxSource = maxSource;
  }

  /** Whether the path is that of a flow in an archive. */
  static boolean isFlow(SafePath path) {
    return path.names().size() == 2
        && path.names().getFirst().equals(NamespaceFiles.FLOWS)
        && (path.name().endsWith(".yml") || path.name().endsWith(".yaml"));
  }

  Answer export(String namespace) {
    return new Answer.Produced(
        MediaType.BYTES, namespace + "_files.zip", out -> write(namespace, out));
  }

  private void write(String namespace, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (FileEntry file : files.all(namespace, SafePath.TOP)) {
      try (InputStream content = files.open(namespace, file.path())) {
        var entry = new ZipEntry(String.join("/", file.path().names()));
        entry.setTime(file.modifiedAt().toEpochMilli());
        zip.putNextEntry(entry);
        content.transferTo(zip);
        zip.closeEntry();
      } catch (MissingFileException deletedMeanwhile) {
        // it is not in the archive
      }
    }
    for (LoadedFlow flow : flowsOf(namespace)) {
      var entry =
          new ZipEntry("%s/%s.yml".formatted(NamespaceFiles.FLOWS, flow.stored().id().id()));
      entry.setTime(flow.stored().updatedAt().toEpochMilli());
      zip.putNextEntry(entry);
      zip.write(flow.stored().source().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }

  private List<LoadedFlow> flowsOf(String namespace) {
    var filters = List.of(Filter.of(FlowField.NAMESPACE, Operator.EQUALS, namespace));
    return Pages.all(List.of(new Sort<>(FlowField.ID, false)), page -> flows.search(filters, page));
  }

  /**
   * Writes what an archive holds: nothing of it unless all can be. The archive waits in internal
   * storage until all of it has been looked at.
   *
   * @param upload tells this upload from others
   */
  void unpack(String namespace, String upload, InputStream archive) throws IOException {
    SafePath waiting = SafePath.of("_uploads", upload + ".zip");
    long size = store.put(waiting, archive).size();
    try {
      new LinkCheck(store, waiting, size).look();
      var check = new ArchiveCheck(size);
      each(waiting, check::look);
      check.end();
      if (check.hasFlows()) {
        saveFlows(namespace, waiting);
      }
      each(waiting, (path, content) -> writeFile(namespace, path, content));
    } finally {
      store.delete(waiting);
    }
  }

  private void writeFile(String namespace, SafePath path, InputStream content) throws IOException {
    if (isFlow(path)) {
      return;
    }
    try {
      files.write(namespace, path, content);
    } catch (FileConflictException e) {
      throw Problem.conflict(String.valueOf(e.getMessage()));
    }
  }

  private void saveFlows(String namespace, SafePath waiting) throws IOException {
    List<String> sources = new ArrayList<>();
    each(
        waiting,
        (path, content) -> {
          if (isFlow(path)) {
            sources.add(source(content));
          }
        });
    save(namespace, sources);
  }

  /** Saves a flow in the namespace, whatever namespace its source names. */
  void saveFlow(String namespace, InputStream source) throws IOException {
    save(namespace, List.of(source(source)));
  }

  private String source(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes((int) maxSource + 1);
    if (bytes.length > maxSource) {
      throw Problem.tooLarge("a flow may have at most %d bytes".formatted(maxSource));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void save(String namespace, List<String> sources) {
    var wanted = new Replacement(sources, namespace, false, true, false);
    if (new FlowSets(flows).replace(wanted) instanceof Refused(var mistakes)) {
      throw Problem.invalid(mistakes.stream().map(NamespaceArchive::detail).toList());
    }
  }

  private static Detail detail(Mistake mistake) {
    return new Detail(
        "flow %d: %s".formatted(mistake.index() + 1, mistake.message()),
        mistake.path(),
        mistake.code());
  }

  /** Does something with a file in an archive. */
  @FunctionalInterface
  interface Visit {
    void file(SafePath path, InputStream content) throws IOException;
  }

  private void each(SafePath archive, Visit visit) throws IOException {
    try (var zip = new ZipInputStream(store.open(archive), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        SafePath path = ArchiveCheck.path(entry);
        if (!entry.isDirectory()) {
          visit.file(path, new EntryContent(zip));
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw Problem.illegalArgument("the archive is broken, or encrypted");
    } catch (EOFException e) {
      throw Problem.illegalArgument("the archive ends too early");
    }
  }

  /** The content of one entry; closing it leaves the archive open for the next one. */
  private static final class EntryContent extends FilterInputStream {
    EntryContent(ZipInputStream zip) {
      super(zip);
    }

    @Override
    public void close() {}
  }
}
