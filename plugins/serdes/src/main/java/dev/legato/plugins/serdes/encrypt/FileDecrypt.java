package dev.legato.plugins.serdes.encrypt;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.util.Arrays;

/** Decrypts a file. */
@TaskType(
    value = "io.kestra.plugin.compress.FileDecrypt",
    title = "Decrypts a file that FileEncrypt or openssl has encrypted with a password.",
    description =
        """
        ```yaml
        id: plain
        type: io.kestra.plugin.compress.FileDecrypt
        from: "{{ outputs.sealed.uri }}"
        password: "{{ secret('FILES') }}"
        ```
        """)
public record FileDecrypt(
    @Property("The file, as a `kestra://` address.") URI from,
    @Property("The password.") String password,
    @Property(
            value = "How often PBKDF2 goes round; only for files as openssl writes them.",
            defaultValue = "600000")
        int iterations)
    implements Task<FileDecrypt.Result> {
  private static final int NO_MEMORY = 8;

  /** What was written. */
  public record Result(@Property("The new file.") URI uri) {}

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "FileDecrypt[from=%s]".formatted(from);
  }

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    String path = String.valueOf(from.getPath());
    String name =
        path.substring(path.lastIndexOf('/') + 1)
            .replaceFirst("^.*?(\\.[a-z0-9]+)?\\.enc$", "decrypted$1");
    try (NewFile file = context.files().create(name.startsWith("decrypted") ? name : "decrypted")) {
      try (InputStream in = context.files().read(from);
          var marked = new PushbackInputStream(in, SealedFile.MARK.length)) {
        decrypt(marked, file);
      }
      return new Result(file.keep());
    }
  }

  private void decrypt(PushbackInputStream in, NewFile file) throws TaskFailure, IOException {
    byte[] start = in.readNBytes(SealedFile.MARK.length);
    if (Arrays.equals(start, SealedFile.MARK)) {
      SealedFile.decrypt(in, file.content(), password);
    } else if (Arrays.equals(Arrays.copyOf(start, OpenSslFile.MARK.length), OpenSslFile.MARK)) {
      in.unread(start, OpenSslFile.MARK.length, start.length - OpenSslFile.MARK.length);
      OpenSslFile.decrypt(in, file.content(), password, cost());
    } else {
      throw new TaskFailure("The file '%s' is not encrypted with a password.".formatted(from));
    }
  }

  private Keys.Cost cost() throws TaskFailure {
    try {
      return new Keys.Cost(iterations, NO_MEMORY, 1);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
