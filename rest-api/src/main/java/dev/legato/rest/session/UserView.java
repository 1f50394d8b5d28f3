package dev.legato.rest.session;

/** Who has signed in. */
public record UserView(String username) {}
