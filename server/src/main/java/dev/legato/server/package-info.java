/** The only place that wires everything: configuration, command line, main. */
@NullMarked
package dev.legato.server;

import org.jspecify.annotations.NullMarked;
