/** Files of the worker's machine, in folders that the administrator allows. */
@NullMarked
package dev.legato.plugins.fs.local;

import org.jspecify.annotations.NullMarked;
