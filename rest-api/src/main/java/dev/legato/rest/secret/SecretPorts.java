package dev.legato.rest.secret;

import dev.legato.storage.secret.Vault;
import java.util.List;

/**
 * Where secrets are.
 *
 * @param environment names of those that the environment gives to all namespaces, sorted
 */
public record SecretPorts(Vault vault, List<String> environment) {}
