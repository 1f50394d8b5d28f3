package dev.legato.rest.session;

/**
 * What a page has to know before somebody has signed in.
 *
 * @param isBasicAuthEnabled whether credentials are asked for
 * @param isBasicAuthInitialized whether there are credentials that can be right
 * @param isSetUpPossible whether the first user can be set up, by whoever has the token that the
 *     server printed
 * @param version of the program
 */
public record LoginView(
    boolean isBasicAuthEnabled,
    boolean isBasicAuthInitialized,
    boolean isSetUpPossible,
    String version) {}
