package dev.legato.plugins.serdes.compress;

import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.arj.ArjArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.dump.DumpArchiveInputStream;
import org.apache.commons.compress.archivers.jar.JarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Kinds of archives. */
public enum ArchiveFormat {
  AR(".ar"),
  ARJ(".arj"),
  CPIO(".cpio"),
  DUMP(".dump"),
  JAR(".jar"),
  TAR(".tar"),
  ZIP(".zip");

  private final String extension;

  ArchiveFormat(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }

  /** Whether the list of its entries is at its end. */
  boolean isZip() {
    return this == ZIP || this == JAR;
  }

  /** Reads an archive that is not a zip. */
  ArchiveInputStream<? extends ArchiveEntry> reader(InputStream in) throws IOException {
    return switch (this) {
      case AR -> new ArArchiveInputStream(in);
      case ARJ -> new ArjArchiveInputStream(in);
      case CPIO -> new CpioArchiveInputStream(in);
      case DUMP -> new DumpArchiveInputStream(in);
      case TAR -> new TarArchiveInputStream(in);
      case ZIP, JAR -> throw new IllegalStateException("Expected no zip, but got " + this);
    };
  }

  /** Writes an archive. */
  Writer<?> writer(OutputStream out) throws TaskFailure {
    return switch (this) {
      case AR -> {
        ArArchiveOutputStream ar = new ArArchiveOutputStream(out);
        ar.setLongFileMode(ArArchiveOutputStream.LONGFILE_BSD);
        yield new Writer<>(ar, ArArchiveEntry::new);
      }
      case CPIO -> new Writer<>(new CpioArchiveOutputStream(out), CpioArchiveEntry::new);
      case TAR -> {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        yield new Writer<>(tar, ArchiveFormat::tarEntry);
      }
      case ZIP -> new Writer<>(new ZipArchiveOutputStream(out), ArchiveFormat::zipEntry);
      case JAR ->
          new Writer<ZipArchiveEntry>(new JarArchiveOutputStream(out), ArchiveFormat::zipEntry);
      case ARJ, DUMP ->
          throw new TaskFailure(
              "Archives can be read from %s, but not written; use TAR or ZIP.".formatted(this));
    };
  }

  private static TarArchiveEntry tarEntry(String name, long size) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    return entry;
  }

  private static ZipArchiveEntry zipEntry(String name, long size) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setSize(size);
    return entry;
  }

  /** Makes an entry of its format. */
  @FunctionalInterface
  interface EntryMaker<E> {
    E make(String name, long size);
  }

  /** Adds files to an archive. */
  record Writer<E extends ArchiveEntry>(ArchiveOutputStream<E> out, EntryMaker<E> entries) {
    void add(String name, long size, InputStream content) throws IOException {
      out.putArchiveEntry(entries.make(name, size));
      content.transferTo(out);
      out.closeArchiveEntry();
    }
  }
}
