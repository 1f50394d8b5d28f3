package dev.legato.rest.keyvalue;

import java.util.List;

/** Keys that had a value and have none any more. */
public record DeletedKeys(List<String> keys) {}
