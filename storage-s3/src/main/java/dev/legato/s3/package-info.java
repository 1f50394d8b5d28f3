/**
 * Internal storage in S3 and stores that speak like it. Start at {@link dev.legato.s3.S3Bucket}.
 */
@NullMarked
package dev.legato.s3;

import org.jspecify.annotations.NullMarked;
