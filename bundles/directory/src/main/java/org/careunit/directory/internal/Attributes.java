package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An entry's attributes, by their names in the HSA schema. */
record Attributes(Entry entry, Names names) {

    private static final int MOST_VALUES = 50;

    Stream<String> raw(String name) {
        String[] values = entry.getAttributeValues(names.there(name));
        return values == null ? Stream.empty() : Arrays.stream(values);
    }

    /** The first value that is well formed. */
    <T> Optional<T> first(String name, Function<String, Optional<T>> reader) {
        return raw(name).flatMap(value -> reader.apply(value).stream()).findFirst();
    }

    /** The first one that has a value. */
    <T> Optional<T> firstOf(List<String> several, Function<String, Optional<T>> reader) {
        return several.stream().flatMap(name -> first(name, reader).stream()).findFirst();
    }

    /** All values that are well formed, up to a bound. */
    <T> List<T> all(String name, Function<String, Optional<T>> reader) {
        return raw(name)
                .flatMap(value -> reader.apply(value).stream())
                .limit(MOST_VALUES)
                .toList();
    }
}
