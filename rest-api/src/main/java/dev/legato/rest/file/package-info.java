/** Files of executions as clients download them. Start reading at {@link FileRoutes}. */
@NullMarked
package dev.legato.rest.file;

import org.jspecify.annotations.NullMarked;
