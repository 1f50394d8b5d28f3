package dev.legato.rest.secret;

import java.util.List;

/**
 * A part of the secrets.
 *
 * @param total how many there are on all pages
 */
public record SecretPageView(boolean readOnly, List<SecretView> results, long total) {}
