package dev.legato.data.protobuf;

import com.google.protobuf.AnyProto;
import com.google.protobuf.ApiProto;
import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.SourceContextProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.TypeProto;
import com.google.protobuf.WrappersProto;
import dev.legato.data.RowException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of messages that a compiled description has: what {@code protoc --include_imports
 * --descriptor_set_out} writes. The types that come with Protocol Buffers are always there.
 */
public final class MessageTypes {
  private static final Map<String, FileDescriptor> STANDARD =
      Stream.of(
              AnyProto.getDescriptor(),
              ApiProto.getDescriptor(),
              DescriptorProtos.getDescriptor(),
              DurationProto.getDescriptor(),
              EmptyProto.getDescriptor(),
              FieldMaskProto.getDescriptor(),
              SourceContextProto.getDescriptor(),
              StructProto.getDescriptor(),
              TimestampProto.getDescriptor(),
              TypeProto.getDescriptor(),
              WrappersProto.getDescriptor())
          .collect(Collectors.toUnmodifiableMap(FileDescriptor::getName, Function.identity()));

  private final Map<String, Descriptor> types = new LinkedHashMap<>();

  private MessageTypes(List<FileDescriptor> files) {
    files.forEach(file -> add(file.getMessageTypes()));
    STANDARD.values().forEach(file -> add(file.getMessageTypes()));
  }

  private void add(List<Descriptor> descriptors) {
    for (Descriptor descriptor : descriptors) {
      types.putIfAbsent(descriptor.getFullName(), descriptor);
      add(descriptor.getNestedTypes());
    }
  }

  /**
   * Reads a compiled description.
   *
   * @throws RowException when it is none, or lacks a file that another one imports
   */
  public static MessageTypes parse(byte[] descriptorSet) throws RowException {
    try {
      Linking linking = new Linking(FileDescriptorSet.parseFrom(descriptorSet));
      return new MessageTypes(linking.files());
    } catch (InvalidProtocolBufferException e) {
      throw RowException.of(
          "The descriptor file is no compiled description of messages; make it with"
              + " 'protoc --include_imports --descriptor_set_out=FILE'.",
          e);
    } catch (DescriptorValidationException | IllegalArgumentException e) {
      throw RowException.of(
          "The descriptor file contradicts itself: %s.".formatted(e.getMessage()), e);
    }
  }

  /** The type with a full name, such as {@code shop.Order}. */
  Optional<Descriptor> find(String fullName) {
    return Optional.ofNullable(types.get(fullName));
  }

  /** The type of a file's messages. */
  Descriptor required(String fullName) throws RowException {
    Optional<Descriptor> found = find(fullName);
    if (found.isEmpty()) {
      throw RowException.of(
          "The descriptor file has no message type '%s'; it has: %s."
              .formatted(
                  fullName,
                  types.values().stream()
                      .filter(type -> !STANDARD.containsKey(type.getFile().getName()))
                      .map(Descriptor::getFullName)
                      .limit(20)
                      .collect(Collectors.joining(", "))),
          null);
    }
    return found.get();
  }

  /** Puts files together with those that they import. */
  private static final class Linking {
    private final Map<String, FileDescriptorProto> given = new LinkedHashMap<>();
    private final Map<String, Optional<FileDescriptor>> built = new HashMap<>();

    Linking(FileDescriptorSet set) {
      set.getFileList().forEach(file -> given.putIfAbsent(file.getName(), file));
    }

    List<FileDescriptor> files() throws RowException, DescriptorValidationException {
      for (String name : given.keySet()) {
        file(name);
      }
      return built.values().stream().flatMap(Optional::stream).toList();
    }

    private FileDescriptor file(String name) throws RowException, DescriptorValidationException {
      FileDescriptor standard = STANDARD.get(name);
      if (standard != null) {
        return standard;
      }
      FileDescriptorProto proto = given.get(name);
      if (proto == null) {
        throw RowException.of(
            "The descriptor file lacks '%s', which it imports; make it with 'protoc --include_imports'."
                .formatted(name),
            null);
      }
      Optional<FileDescriptor> begun = built.get(name);
      if (begun != null) {
        return begun.orElseThrow(
            () -> new IllegalArgumentException("'%s' imports itself".formatted(name)));
      }
      built.put(name, Optional.empty()); // marks it while its imports are looked at
      FileDescriptor[] imports = new FileDescriptor[proto.getDependencyCount()];
      for (int i = 0; i < imports.length; i++) {
        imports[i] = file(proto.getDependency(i));
      }
      FileDescriptor file = FileDescriptor.buildFrom(proto, imports);
      built.put(name, Optional.of(file));
      return file;
    }
  }
}
