package dev.legato.rest.expression;

import java.util.List;

/**
 * What somebody who writes an expression may want to write, to be put between braces as it is.
 *
 * @param categories by where it comes from
 */
record CompletionView(Categories categories) {
  /**
   * Suggestions by where they come from.
   *
   * @param taskOutputs outputs of the tasks in front of the one that is written
   * @param secrets calls for the secrets that the flow names already; nobody is told the others
   * @param filters names
   * @param functions with the names of their arguments
   * @param appContext what the server offers to all flows
   */
  record Categories(
      List<String> taskOutputs,
      List<String> executionContext,
      List<String> inputs,
      List<String> variables,
      List<String> secrets,
      List<String> kvPairs,
      List<String> namespaceFiles,
      List<String> filters,
      List<String> functions,
      List<String> appContext) {}
}
