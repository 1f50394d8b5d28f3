/** Internal storage in Google Cloud Storage. Start at {@link dev.legato.gcs.GcsBucket}. */
@NullMarked
package dev.legato.gcs;

import org.jspecify.annotations.NullMarked;
