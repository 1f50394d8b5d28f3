package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateOutcome.ExecutionRemoved;
import dev.legato.orchestrator.execution.CreateOutcome.RequestKeyReused;
import dev.legato.orchestrator.execution.CreateRequest.Upload;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Makes sure that a request with a key makes one execution, however often it is sent. */
final class RequestKeys {
  private final ExecutionStore store;
  private final ConcurrentHashMap<String, InFlight> inFlight = new ConcurrentHashMap<>();

  private record InFlight(String fingerprint, CompletableFuture<CreateOutcome> outcome) {}

  RequestKeys(ExecutionStore store) {
    this.store = store;
  }

  /** Runs the creation unless a request with the key did so before; then that one's outcome. */
  CreateOutcome once(String key, CreateRequest request, Supplier<CreateOutcome> creation) {
    var own = new InFlight(fingerprint(request), new CompletableFuture<>());
    InFlight other = inFlight.putIfAbsent(key, own);
    if (other != null) {
      return other.fingerprint().equals(own.fingerprint())
          ? other.outcome().join()
          : new RequestKeyReused(key);
    }
    try {
      CreateOutcome outcome = earlier(key, own.fingerprint()).orElseGet(creation);
      own.outcome().complete(outcome);
      return outcome;
    } catch (RuntimeException failed) {
      own.outcome().completeExceptionally(failed);
      throw failed;
    } finally {
      inFlight.remove(key);
    }
  }

  /** What tells requests with the same key apart. */
  static String fingerprint(CreateRequest request) {
    String content =
        String.join(
            "\n",
            request.flow().toString(),
            String.valueOf(request.revision()),
            inputs(request),
            request.labels().toString(),
            String.valueOf(request.scheduleDate()),
            request.kind().name());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Expected every JDK to have SHA-256", impossible);
    }
  }

  /** Files that are sent again get other addresses, but are the same files. */
  private static String inputs(CreateRequest request) {
    String inputs = new TreeMap<>(request.inputs()).toString();
    Upload upload = request.upload();
    return upload == null || upload.fingerprint().isEmpty()
        ? inputs
        : inputs.replace(upload.execution().value(), "") + upload.fingerprint();
  }

  private Optional<CreateOutcome> earlier(String key, String fingerprint) {
    Optional<RequestKey> known = store.findRequest(key);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (!known.get().fingerprint().equals(fingerprint)) {
      return Optional.of(new RequestKeyReused(key));
    }
    ExecutionId execution = known.get().execution();
    return Optional.of(
        store
            .findRecord(execution)
            .<CreateOutcome>map(Created::new)
            .orElseGet(() -> new ExecutionRemoved(execution)));
  }
}
