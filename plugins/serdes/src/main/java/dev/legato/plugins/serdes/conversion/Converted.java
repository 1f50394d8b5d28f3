package dev.legato.plugins.serdes.conversion;

import dev.legato.plugin.Property;
import java.net.URI;

/** What a conversion has made. */
public record Converted(
    @Property("The new file.") URI uri, @Property("How many rows it has.") long size) {}
