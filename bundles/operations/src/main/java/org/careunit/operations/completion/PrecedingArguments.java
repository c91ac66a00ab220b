package org.careunit.operations.completion;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/**
 * The arguments before the one that is being completed.
 *
 * @param operator who is writing; never null
 * @param words the command and what follows it; never null
 */
public record PrecedingArguments(Actor operator, List<String> words) {

    public PrecedingArguments {
        words = List.copyOf(words);
    }

    /** The first word that is an HSA-id: in our commands, the unit. */
    public Optional<HsaId> unit() {
        return first(HsaId::of);
    }

    /** The first word that is the code of a county. */
    public Optional<CountyCode> region() {
        return first(CountyCode::of);
    }

    /** The words after the unit or region, if that is the command's first argument. */
    public Optional<String> afterPlace() {
        return words.stream().skip(2).findFirst();
    }

    private <T> Optional<T> first(Function<String, T> form) {
        return words.stream()
                .map(word -> read(word, form))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <T> Optional<T> read(String word, Function<String, T> form) {
        try {
            return Optional.of(form.apply(word));
        } catch (RefusedException somethingElse) {
            return Optional.empty();
        }
    }
}
