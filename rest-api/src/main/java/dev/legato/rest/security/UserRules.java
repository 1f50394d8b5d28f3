package dev.legato.rest.security;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the name and the password of a user must look like. */
public final class UserRules {
  static final int MAX_LENGTH = 256;
  static final int MIN_PASSWORD = 8;

  private static final Pattern EMAIL = Pattern.compile("[^\\s@:]+@[^\\s@:]+");

  private UserRules() {}

  /** What is wrong, in sentences; nothing when both may be used. */
  public static List<String> problems(String username, String password) {
    List<String> problems = new ArrayList<>();
    if (username.length() > MAX_LENGTH || !EMAIL.matcher(username).matches()) {
      problems.add(
          "The name must be an e-mail address of at most %d characters.".formatted(MAX_LENGTH));
    }
    if (password.length() < MIN_PASSWORD || password.length() > MAX_LENGTH) {
      problems.add(
          "The password must have %d to %d characters.".formatted(MIN_PASSWORD, MAX_LENGTH));
    }
    if (password.chars().noneMatch(Character::isUpperCase)
        || password.chars().noneMatch(Character::isDigit)) {
      problems.add("The password must contain a capital letter and a digit.");
    }
    return List.copyOf(problems);
  }
}
