package org.careunit.units.internal.configuration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
     * Any, about two types.
     *
     * @param together whether some say what is right only together with the rest of them: an open type needs its
     *     settings, and a placeholder may be said otherwise
     */
    static Arbitrary<String> of(List<Type> types, boolean together) {
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
                entry("resident-reminder", number(1, 90).map("{\"on\":true,\"calendarDays\":%s}"::formatted)),
                entry("page-link", YES.map("{\"shown\":%s}"::formatted)),
                entry(
                        "care-types",
                        Arbitraries.of("", "\"vardcentral\"", "\"barnavardscentral\",\"vaccination\"")
                                .map("{\"keys\":[%s]}"::formatted)),
                entry("listing-requests", YES.map("{\"on\":%s}"::formatted)),
                entry("record-system-notification", YES.map("{\"on\":%s}"::formatted)),
                entry("messages", staffMessages()),
                entry("simulated", YES.map("{\"on\":%s}"::formatted)),
                entry("other-information", WORDS.map("{\"text\":\"%s\"}"::formatted))));
        Type first = types.get(0);
        return Combinators.combine(
                        settings,
                        entry(first.key(), caseType(Arbitraries.just(false))),
                        entry(first.key(), terms(first, together)),
                        chosen(types.get(1), together),
                        own(together))
                .as((said, choice, words, chosen, own) -> "{\"format\":1,\"settings\":%s,\"case-type\":%s,\"terms\":%s}"
                        .formatted(
                                said,
                                object(choice, chosen.choice(), own.choice()),
                                object(words, chosen.terms(), own.terms())));
    }

    /** A type that is open to residents in some documents; then its words are there, too. */
    private static Arbitrary<Chosen> chosen(Type type, boolean together) {
        Arbitrary<String> choice =
                caseType(together ? YES : Arbitraries.just(false)).map(said -> member(type.key(), said));
        Arbitrary<String> words = terms(type, together).map(said -> member(type.key(), said));
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(new Chosen("", ""))),
                Tuple.of(3, Combinators.combine(choice, words).as(Chosen::new)));
    }

    private static String member(String key, String said) {
        return "\"" + key + "\":" + said;
    }

    private static String object(String... members) {
        return Stream.of(members).filter(member -> !member.isEmpty()).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * A type that the unit has.
     *
     * @param placeholders the ids of its inherited points that hold one, and so must be left out or said otherwise
     * @param others the ids of the rest
     */
    record Type(String key, List<String> placeholders, List<String> others) {}

    /** What a document says of a type: a member each, or nothing. */
    private record Chosen(String choice, String terms) {}

    private static Arbitrary<String> members(List<Arbitrary<String>> entries) {
        return Combinators.combine(entries)
                .as(said -> said.stream().filter(entry -> !entry.isEmpty()).collect(Collectors.joining(",", "{", "}")));
    }

    /** Missing, null, or there. */
    private static Arbitrary<String> entry(String key, Arbitrary<String> content) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.just(member(key, "null"))),
                Tuple.of(3, content.map(said -> member(key, said))));
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
                        Combinators.combine(
                                        Arbitraries.of("", "\"county\":\"01\","),
                                        Arbitraries.of("", "\"sex\":\"FEMALE\","),
                                        number(0, 20))
                                .as("{%s%s\"fromAge\":%s,\"toAge\":90}"::formatted),
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

    /**
     * A type of the unit's own, which is in every document: without it there would be no terms of it. Its name has
     * letters that no text here has: the unit's messages may not hold it. It has what an active type needs, so that a
     * document in which it is made active is as good.
     */
    private static Arbitrary<Chosen> own(boolean together) {
        Arbitrary<String> settings = Combinators.combine(WORDS, number(1, 100))
                .as("{\"description\":\"%s\",\"handlingDays\":%s}"::formatted);
        Arbitrary<String> choice = Combinators.combine(WORDS, settings)
                .as("{\"active\":false,\"name\":\"Typ %s\",\"settings\":%s}"::formatted);
        Type type = new Type(OWN.value(), List.of(), List.of());
        return Combinators.combine(choice, entry(type.key(), terms(type, together)))
                .as((said, words) -> new Chosen(member(type.key(), said), words));
    }

    private static Arbitrary<String> staffMessages() {
        return Combinators.combine(topicMessages(), topicMessages(), topicMessages())
                .as((one, other, third) -> ("{\"newCase\":%s,\"given\":%s,\"reply\":%s,\"firstReply\":%s,"
                                + "\"overdue\":%s}")
                        .formatted(one, other, third, one, other));
    }

    private static Arbitrary<String> topicMessages() {
        return Combinators.combine(number(0, 1440), WORDS, WORDS)
                .as(
                        "{\"digestMinutes\":%s,\"email\":{\"subject\":\"%s\",\"text\":\"%3$s {link}\"},\"sms\":\"%2$s\"}"
                                ::formatted);
    }

    private static Arbitrary<String> caseType(Arbitrary<Boolean> active) {
        Arbitrary<String> replies =
                list(Combinators.combine(WORDS, WORDS).as("{\"title\":\"%s\",\"text\":\"%s\"}"::formatted), 0, 3);
        Arbitrary<String> attachments = Arbitraries.of(
                "{\"formats\":[],\"most\":0,\"megabytes\":0}",
                "{\"formats\":[\"PDF\",\"PNG\"],\"most\":3,\"megabytes\":5}");
        return Combinators.combine(active, WORDS, number(1, 100), attachments, YES, replies)
                .as(("{\"active\":%s,\"settings\":{\"description\":\"%s\",\"handlingDays\":%s,\"attachments\":%s,"
                        + "\"limits\":{\"fromAge\":18,\"namedOnly\":%s},\"standardReplies\":%s}}")::formatted);
    }

    /**
     * Own points, inherited ones that are left out, inherited ones that are said otherwise, and the rest as it is
     * inherited.
     */
    private static Arbitrary<String> terms(Type type, boolean together) {
        Arbitrary<List<String>> own = WORDS.list().ofMinSize(2).ofMaxSize(5);
        Arbitrary<Set<String>> kept = Arbitraries.subsetOf(type.others());
        List<String> replaceable = Stream.concat(
                        type.others().stream(), together ? type.placeholders().stream() : Stream.empty())
                .toList();
        Arbitrary<Set<String>> otherwise = Arbitraries.subsetOf(replaceable);
        return Combinators.combine(own, kept, otherwise).as((texts, asInherited, replaced) -> {
            Stream<String> points = Stream.concat(
                    replaced.stream().sorted().map(id -> point(id, texts.get(0))),
                    IntStream.range(0, texts.size()).mapToObj(place -> point("own-" + place, texts.get(place))));
            String without = Stream.concat(type.placeholders().stream(), type.others().stream())
                    .filter(id -> !asInherited.contains(id) && !replaced.contains(id))
                    .map(id -> "\"" + id + "\"")
                    .collect(Collectors.joining(","));
            return "{\"points\":[" + points.collect(Collectors.joining(",")) + "],\"without\":[" + without + "]}";
        });
    }

    private static String point(String id, String text) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
    }
}
