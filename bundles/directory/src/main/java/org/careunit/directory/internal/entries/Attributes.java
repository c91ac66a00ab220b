package org.careunit.directory.internal.entries;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.careunit.api.identity.PastedText;

/** The attributes of a directory entry, by their names in the HSA schema. */
public record Attributes(Entry entry, AttributeNames names) {

    private static final int MOST_VALUES = 50;

    /**
     * All values of an attribute, those without options first, then the Swedish ones, then those with other options:
     * for RFC 4512 an attribute with options is a subtype of the one without. Values in a transfer encoding,
     * {@code ;binary}, are left out.
     */
    public Stream<String> raw(String name) {
        return attributes(name)
                .flatMap(attribute -> Arrays.stream(attribute.getValueByteArrays()))
                .map(AttributeValues::decoded);
    }

    private Stream<Attribute> attributes(String name) {
        String there = names.there(name);
        return entry.getAttributesWithOptions(Attribute.getBaseName(there), Attribute.getOptions(there)).stream()
                .filter(attribute -> !attribute.hasOption("binary"))
                .sorted(Comparator.comparing(Attributes::rank).thenComparing(Attribute::getName));
    }

    private static int rank(Attribute attribute) {
        if (!attribute.hasOptions()) {
            return 0;
        }
        return attribute.hasOption("lang-sv") ? 1 : 2;
    }

    /**
     * Whether an attribute with a value, whatever its options, an object class, or an option of any attribute has that
     * name.
     */
    public boolean isMarked(String name, Predicate<String> value) {
        String mark = Attribute.getBaseName(names.there(name));
        return raw(name).anyMatch(value)
                || classes().anyMatch(one -> one.equalsIgnoreCase(mark) || one.equalsIgnoreCase(name))
                || entry.getAttributes().stream()
                        .flatMap(attribute -> attribute.getOptions().stream())
                        .anyMatch(option -> option.equalsIgnoreCase(mark) || option.equalsIgnoreCase("x-" + mark));
    }

    private Stream<String> classes() {
        return entry.getAttributesWithOptions("objectClass", Set.of()).stream()
                .flatMap(attribute -> Arrays.stream(attribute.getValues()))
                .map(PastedText::compact);
    }

    /** The first value that is well formed. */
    public <T> Optional<T> first(String name, Function<String, Optional<T>> reader) {
        return raw(name).flatMap(value -> reader.apply(value).stream()).findFirst();
    }

    /** The first one that has a value. */
    public <T> Optional<T> firstOf(List<String> several, Function<String, Optional<T>> reader) {
        return several.stream().flatMap(name -> first(name, reader).stream()).findFirst();
    }

    /** All values that are well formed, up to a bound. */
    public <T> List<T> all(String name, Function<String, Optional<T>> reader) {
        return raw(name)
                .flatMap(value -> reader.apply(value).stream())
                .limit(MOST_VALUES)
                .toList();
    }
}
