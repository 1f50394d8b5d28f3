/** What operators and monitoring look at. Start reading at {@link OperationRoutes}. */
@NullMarked
package dev.legato.rest.operation;

import org.jspecify.annotations.NullMarked;
