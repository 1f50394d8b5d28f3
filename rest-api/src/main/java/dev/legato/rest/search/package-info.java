/**
 * Turns the parameters of a search into filters of the storage: paging, sorting and both styles of
 * filters that clients know. Start reading at {@link SearchGrammar}.
 */
@NullMarked
package dev.legato.rest.search;

import org.jspecify.annotations.NullMarked;
