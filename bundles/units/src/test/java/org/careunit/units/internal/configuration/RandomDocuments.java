package org.careunit.units.internal.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.careunit.api.identity.CaseTypeKey;

/** Documents that units may apply, whatever stands there. */
final class RandomDocuments {

    /** A type of the unit's own, which is in every document: without it there would be no terms of it. */
    static final CaseTypeKey OWN = new CaseTypeKey("local-eget");

    private static final Arbitrary<String> WORDS = Arbitraries.strings()
            .withChars("aeåäö bdkmt")
            .ofMinLength(1)
            .ofMaxLength(30)
            .map(text -> "a" + text + "b");
    private static final Arbitrary<Boolean> YES = Arbitraries.of(true, false);
    private static final List<String> HOURS = List.of("1-5#08:00#17:00", "6-7#10:00#24:00", "3-3#07:30#09:15");

    private RandomDocuments() {}

    /**
     * Any.
     *
     * @param inherited the ids of a type's inherited points, as JSON: their placeholders keep them from being published
     */
    static Arbitrary<String> of(List<CaseTypeKey> types, List<String> inherited) {
        Arbitrary<String> settings = members(List.of(
                entry("staff-reminder", staffReminder()),
                entry("email-notification", emailNotification()),
                entry("archive-export", Arbitraries.of("P1M", "P3M", "P14D").map("{\"interval\":\"%s\"}"::formatted)),
                entry("catchment-area", catchmentArea()),
                entry("unit-information", unitInformation()),
                entry("closed-days", closedDays()),
                entry("sending-hours", sendingHours()),
                entry("daily-caps", number(1, 100).map("{\"unit\":%s,\"caseTypes\":{\"boka-tid\":7}}"::formatted)),
                entry("pauses", pauses()),
                entry("other-information", WORDS.map("{\"text\":\"%s\"}"::formatted))));
        List<Arbitrary<String>> choices = new ArrayList<>(
                types.stream().map(type -> entry(type.value(), caseType())).toList());
        choices.add(ownType().map(said -> "\"" + OWN + "\":" + said));
        List<Arbitrary<String>> terms = new ArrayList<>(IntStream.range(0, types.size())
                .mapToObj(place -> entry(types.get(place).value(), terms(inherited.get(place))))
                .toList());
        terms.add(entry(OWN.value(), terms("[]")));
        return Combinators.combine(settings, members(choices), members(terms))
                .as("{\"format\":1,\"settings\":%s,\"case-type\":%s,\"terms\":%s}"::formatted);
    }

    private static Arbitrary<String> members(List<Arbitrary<String>> entries) {
        return Combinators.combine(entries)
                .as(said -> said.stream().filter(entry -> !entry.isEmpty()).collect(Collectors.joining(",", "{", "}")));
    }

    /** Missing, null, or there. */
    private static Arbitrary<String> entry(String key, Arbitrary<String> content) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.just("\"" + key + "\":null")),
                Tuple.of(3, content.map(said -> "\"" + key + "\":" + said)));
    }

    private static Arbitrary<Integer> number(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }

    private static Arbitrary<String> list(Arbitrary<String> items, int least, int most) {
        return items.list().ofMinSize(least).ofMaxSize(most).map(all -> "[" + String.join(",", all) + "]");
    }

    private static Arbitrary<String> staffReminder() {
        return Combinators.combine(YES, number(1, 250)).as("{\"on\":%s,\"workingDays\":%s}"::formatted);
    }

    private static Arbitrary<String> emailNotification() {
        Arbitrary<String> addresses = list(number(1, 9).map("\"a%s@example.org\""::formatted), 1, 4);
        return Combinators.combine(YES, addresses).as("{\"on\":%s,\"addresses\":%s}"::formatted);
    }

    private static Arbitrary<String> catchmentArea() {
        return list(
                        Combinators.combine(Arbitraries.of("", ",\"sex\":\"FEMALE\""), number(0, 20))
                                .as("{\"county\":\"01\"%s,\"fromAge\":%s,\"toAge\":90}"::formatted),
                        0,
                        4)
                .map("{\"rules\":%s}"::formatted);
    }

    private static Arbitrary<String> unitInformation() {
        return Combinators.combine(WORDS, list(Arbitraries.of(HOURS).map("\"%s\""::formatted), 0, 3))
                .as(("{\"name\":\"%s\",\"telephone\":\"08-123 45 67\",\"visitingAddress\":[],\"postalAddress\":[],"
                        + "\"openingHours\":%s,\"telephoneHours\":[],\"dropInHours\":[],"
                        + "\"page\":\"https://example.org/\"}")::formatted);
    }

    private static Arbitrary<String> closedDays() {
        Arbitrary<String> day = Combinators.combine(number(10, 27), WORDS)
                .as((first, reason) -> "{\"first\":\"1999-12-%s\",\"last\":\"1999-12-28\",\"reason\":\"%s\"}"
                        .formatted(first, reason));
        return list(day, 0, 3).map("{\"days\":%s}"::formatted);
    }

    private static Arbitrary<String> sendingHours() {
        Arbitrary<String> spans = list(Arbitraries.of(HOURS).map("\"%s\""::formatted), 0, 3);
        return Combinators.combine(spans, spans).as("{\"unit\":%s,\"caseTypes\":{\"boka-tid\":%s}}"::formatted);
    }

    private static Arbitrary<String> pauses() {
        Arbitrary<String> pause = Combinators.combine(WORDS, number(10, 20))
                .as((text, day) -> ("{\"text\":\"%s\",\"reason\":\"ledigt\",\"from\":\"1999-07-%sT06:00:00Z\","
                                + "\"until\":\"1999-08-01T06:00:00Z\"}")
                        .formatted(text, day));
        return list(pause, 0, 3).map("{\"pauses\":%s}"::formatted);
    }

    private static Arbitrary<String> ownType() {
        return Combinators.combine(WORDS, number(1, 100))
                .as("{\"active\":false,\"name\":\"%s\",\"settings\":{\"handlingDays\":%s}}"::formatted);
    }

    private static Arbitrary<String> caseType() {
        Arbitrary<String> replies =
                list(Combinators.combine(WORDS, WORDS).as("{\"title\":\"%s\",\"text\":\"%s\"}"::formatted), 0, 3);
        Arbitrary<String> attachments = Arbitraries.of(
                "{\"formats\":[],\"most\":0,\"megabytes\":0}",
                "{\"formats\":[\"PDF\",\"PNG\"],\"most\":3,\"megabytes\":5}");
        return Combinators.combine(WORDS, number(1, 100), attachments, YES, replies)
                .as(("{\"active\":false,\"settings\":{\"description\":\"%s\",\"handlingDays\":%s,\"attachments\":%s,"
                        + "\"limits\":{\"fromAge\":18,\"namedOnly\":%s},\"standardReplies\":%s}}")::formatted);
    }

    private static Arbitrary<String> terms(String inherited) {
        return WORDS.list().ofMinSize(2).ofMaxSize(6).map(texts -> IntStream.range(0, texts.size())
                .mapToObj(place -> "{\"id\":\"own-" + place + "\",\"text\":\"" + texts.get(place) + "\"}")
                .collect(Collectors.joining(",", "{\"points\":[", "],\"without\":" + inherited + "}")));
    }
}
