package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.careunit.directory.internal.entries.AttributeValues;

/** Checks that values from the directory are safe. */
public final class SafeValues {

    private SafeValues() {}

    public static void check(String text) {
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(AttributeValues.LONGEST);
        assertThat(text.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(character -> Character.getType(character) == Character.FORMAT)
                .noneMatch(character -> Character.getType(character) == Character.SURROGATE)
                .noneMatch(character -> character == 0x2028 || character == 0x2029);
    }
}
