package dev.legato.process.environment;

import dev.legato.process.place.InstalledPrograms;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where packages come from, and how many are kept.
 *
 * @param indexUrl instead of the installer's own; absent for that
 * @param folder with files that can be installed without a network; absent for none
 * @param offline whether nothing but the folder is used
 * @param maxBytes of all environments together
 * @param programs to find installers
 */
public record PackageSources(
    @Nullable String indexUrl,
    @Nullable Path folder,
    boolean offline,
    long maxBytes,
    InstalledPrograms programs) {
  /** Says nothing of the URL, which may hold a password. */
  @Override
  public String toString() {
    return "PackageSources[" + folder + "]";
  }
}
