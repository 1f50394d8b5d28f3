package dev.legato.rest.file;

/**
 * What is known of a file.
 *
 * @param size in bytes
 */
public record FileSizeView(long size) {}
