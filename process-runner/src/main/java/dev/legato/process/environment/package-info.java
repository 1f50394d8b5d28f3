/** Folders with packages for interpreters, made once and kept. */
@NullMarked
package dev.legato.process.environment;

import org.jspecify.annotations.NullMarked;
