package dev.legato.rest.blueprint;

/** What blueprints are about. */
record TagView(String id, String name, String publishedAt) {}
