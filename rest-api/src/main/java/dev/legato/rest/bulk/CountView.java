package dev.legato.rest.bulk;

/** How many things were changed. */
public record CountView(int count) {}
