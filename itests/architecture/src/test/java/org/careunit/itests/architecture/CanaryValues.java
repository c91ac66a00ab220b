package org.careunit.itests.architecture;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.events.EventId;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.settings.HoursSpan;

/**
 * Makes a record of any type with all of its components filled: with a person's data where the type is one of a person,
 * and with a text that names the component where it is a text.
 */
final class CanaryValues {

    /** What must never be printed, whoever holds it. */
    static final Map<Class<?>, String> OF_PERSONS = Map.of(
            EmailAddress.class, "kanarie.provsson@example.org",
            TelephoneNumber.class, "+46701740699",
            PersonNumber.class, "189001189811",
            ResidentPseudonym.class, "kanarie-pseudonym",
            ResidentHash.class, "ca".repeat(32));

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final Map<Class<?>, Object> FIXED = Map.ofEntries(
            Map.entry(EmailAddress.class, new EmailAddress(OF_PERSONS.get(EmailAddress.class))),
            Map.entry(TelephoneNumber.class, new TelephoneNumber(OF_PERSONS.get(TelephoneNumber.class))),
            Map.entry(PersonNumber.class, new PersonNumber(OF_PERSONS.get(PersonNumber.class))),
            Map.entry(ResidentPseudonym.class, new ResidentPseudonym(OF_PERSONS.get(ResidentPseudonym.class))),
            Map.entry(ResidentHash.class, new ResidentHash(OF_PERSONS.get(ResidentHash.class))),
            Map.entry(HsaId.class, new HsaId("SE1111111111-UNIT")),
            Map.entry(StaffId.class, new StaffId("SE1111111111-STAFF")),
            Map.entry(CountyCode.class, new CountyCode("01")),
            Map.entry(MunicipalityCode.class, new MunicipalityCode("0184")),
            Map.entry(CaseTypeKey.class, new CaseTypeKey("boka-tid")),
            Map.entry(EventId.class, new EventId("event-1")),
            Map.entry(HoursSpan.class, new HoursSpan("1-5#08:00#17:00")),
            Map.entry(LocalDate.class, DAY),
            Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(YearMonth.class, YearMonth.from(DAY)),
            Map.entry(Period.class, Period.ofMonths(1)),
            Map.entry(UUID.class, new UUID(1, 2)),
            Map.entry(URI.class, URI.create("https://www.1177.se/")),
            Map.entry(OptionalLong.class, OptionalLong.of(7)),
            Map.entry(OptionalDouble.class, OptionalDouble.of(7)),
            Map.entry(Class.class, Object.class),
            Map.entry(Object.class, "object"),
            Map.entry(Long.class, 7L),
            Map.entry(Boolean.class, true),
            Map.entry(long.class, 7L),
            Map.entry(double.class, 7.0),
            Map.entry(boolean.class, true),
            Map.entry(byte[].class, new byte[] {7}));

    /** Texts that records accept which do not take just any. */
    private static final List<String> FORMS = List.of("0".repeat(64), "text/plain", "01", "a");

    /** Parts of a form that no other has, by their names. */
    private static final Map<String, String> OF_A_FORM = Map.of(
            "telephone", "08-123 456 00",
            "org.careunit.api.terms.Receipt.key", "0".repeat(16),
            "org.careunit.api.terms.Receipt.signature", "0".repeat(128));

    /** With each try the next of an enum's constants and of a sealed type's kinds. */
    private static final int CHOICES = 5;

    private static final int DEEPEST = 5;

    /** What limits of all kinds allow. */
    private static final int MOST = 9;

    /** The texts that were filled in, each with the component that has it. */
    private final Map<String, String> texts = new HashMap<>();

    private int numbers;
    private int choice;
    private int depth;

    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    Object value(Class<?> type) {
        return value(type, "text");
    }

    /** Empty if it refuses all that is tried. */
    Optional<Object> record(Class<?> type) {
        if (FIXED.containsKey(type)) {
            return Optional.of(FIXED.get(type));
        }
        int first = choice;
        for (int form = -1; form < FORMS.size(); form++) {
            for (int next = 0; next < CHOICES; next++) {
                choice = first + next;
                try {
                    return Optional.of(filled(type, form));
                } catch (InvocationTargetException | IllegalArgumentException refused) {
                    // the next try
                } catch (ReflectiveOperationException notMade) {
                    throw new IllegalStateException(notMade);
                }
            }
        }
        return Optional.empty();
    }

    private Object filled(Class<?> type, int form) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            values.add(value(component.getGenericType(), text(type, component.getName(), form)));
            types.add(component.getType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values.toArray());
    }

    private String text(Class<?> type, String component, int form) {
        String name = type.getName() + "." + component;
        String special = OF_A_FORM.getOrDefault(name, OF_A_FORM.get(component));
        if (special != null) {
            return special;
        }
        return form < 0 ? text(name) : FORMS.get(form);
    }

    private String text(String component) {
        String text = String.format("kanarie%05d", texts.size() + 1);
        texts.put(text, component);
        return text;
    }

    private Object value(Type type, String text) {
        if (type instanceof ParameterizedType parameterized) {
            return container(parameterized, text);
        }
        if (type instanceof WildcardType wildcard) {
            return value(wildcard.getUpperBounds()[0], text);
        }
        if (type instanceof TypeVariable<?> variable) {
            return value(variable.getBounds()[0], text);
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (FIXED.containsKey(plain)) {
            return FIXED.get(plain);
        }
        if (plain == Instant.class) {
            return BEGIN.plusSeconds(++numbers);
        }
        if (plain == int.class || plain == Integer.class) {
            return ++numbers % MOST + 1;
        }
        if (plain == OptionalInt.class) {
            return OptionalInt.of(++numbers % MOST + 1);
        }
        return plain == String.class || plain == CharSequence.class ? text : composed(plain);
    }

    private Object container(ParameterizedType type, String text) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return Optional.ofNullable(value(of[0], text));
        }
        if (raw == List.class || raw == Iterable.class || raw == Collection.class) {
            Object one = value(of[0], text);
            return one == null ? List.of() : List.of(one);
        }
        if (raw == Set.class) {
            Object one = value(of[0], text);
            return one == null ? Set.of() : Set.of(one);
        }
        if (raw == Map.class) {
            Object key = value(of[0], text);
            Object one = value(of[1], text);
            return key == null || one == null ? Map.of() : Map.of(key, one);
        }
        return FIXED.containsKey(raw) ? FIXED.get(raw) : composed(raw);
    }

    /** A record, an enum's first constant, the first record of a sealed type, or something that does nothing. */
    private Object composed(Class<?> type) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[choice % constants.length];
        }
        if (type.isRecord()) {
            return within(type);
        }
        if (type.isSealed()) {
            Class<?>[] kinds = type.getPermittedSubclasses();
            return composed(kinds[choice % kinds.length]);
        }
        return type.isInterface()
                ? Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, given) ->
                                method.getReturnType() == void.class ? null : value(method.getReturnType()))
                : null;
    }

    /** A record within another; null where it would be within itself again and again. */
    private Object within(Class<?> type) {
        if (depth >= DEEPEST) {
            return null;
        }
        int outer = choice;
        depth++;
        try {
            return record(type).orElse(null);
        } finally {
            depth--;
            choice = outer;
        }
    }
}
