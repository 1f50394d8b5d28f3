/** Tasks and triggers on file systems beside internal storage. Each kind has its package. */
@NullMarked
package dev.legato.plugins.fs;

import org.jspecify.annotations.NullMarked;
