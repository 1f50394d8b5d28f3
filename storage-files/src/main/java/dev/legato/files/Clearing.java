package dev.legato.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Deletes what is in a folder, up to a number of files. Links are deleted, not followed. */
final class Clearing {
  private final int limit;
  private int deleted;

  Clearing(int limit) {
    this.limit = limit;
  }

  /** How many files and links were deleted. */
  int deleted() {
    return deleted;
  }

  /** Whether the folder is empty now. */
  boolean empty(Folder folder) throws IOException {
    for (String name : folder.names()) {
      if (deleted == limit) {
        return false;
      }
      if (!delete(folder, name)) {
        return false;
      }
    }
    return true;
  }

  /** Deletes a file, or a folder with what is in it; false when the limit was in the way. */
  private boolean delete(Folder parent, String name) throws IOException {
    try (Folder folder = parent.open(name)) {
      if (!empty(folder)) {
        return false;
      }
    } catch (NotDirectoryException fileOrLink) {
      parent.deleteFile(name);
      deleted++;
      return true;
    } catch (NoSuchFileException deletedBySomeoneElse) {
      return true;
    }
    return deleteFolder(parent, name);
  }

  /** Deletes a folder unless something came into it meanwhile. */
  private static boolean deleteFolder(Folder parent, String name) throws IOException {
    try {
      parent.deleteFolder(name);
      return true;
    } catch (DirectoryNotEmptyException filledMeanwhile) {
      return false;
    } catch (NoSuchFileException deletedBySomeoneElse) {
      return true;
    }
  }
}
