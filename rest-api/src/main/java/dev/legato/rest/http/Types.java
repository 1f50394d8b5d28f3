package dev.legato.rest.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names generic types in the table of routes. */
public final class Types {
  private Types() {}

  /** A type with arguments, such as a list of strings. */
  public static Type of(Class<?> raw, Class<?>... arguments) {
    return new Parameterized(raw, List.of(arguments));
  }

  private record Parameterized(Class<?> raw, List<Class<?>> arguments)
      implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }
}
