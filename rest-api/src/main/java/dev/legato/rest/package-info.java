/** HTTP resources with their own request and view records; the OpenAPI document. */
@NullMarked
package dev.legato.rest;

import org.jspecify.annotations.NullMarked;
