package dev.legato.storage;

import java.util.List;

/**
 * A part of a result.
 *
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> results, long total) {}
