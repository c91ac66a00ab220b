package org.careunit.api.changes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.osgi.service.event.Event;

/**
 * One notice of a change, read from an event on {@link ChangeNotices#TOPIC}. The constants are the kinds that there are
 * now; pass over one you do not know.
 *
 * @param level whose it is; never null
 * @param scopeId {@code *} for the platform, the county code of a region, the HSA-id of a unit; never null
 * @param kind what was changed, or {@link ChangeNotices#ANYTHING}; never null
 * @param key which of that kind; never null
 */
public record ChangeNotice(Level level, String scopeId, String kind, String key) {

    /** A unit itself; its key is its HSA-id. */
    public static final String UNIT = "unit";

    /** A unit's section. */
    public static final String SETTINGS = "settings";

    /** A region's own section. */
    public static final String REGION = "region";

    /** What a region says to its units about one of their sections. */
    public static final String DEFAULT = "default";

    /** A staff member's personal settings at a unit. */
    public static final String PERSONAL = "personal";

    /** A staff member's permissions, at a unit or in a region. */
    public static final String PERMISSIONS = "permissions";

    /** A staff member's account: the end of their employment, or locked and reactivated at a unit. */
    public static final String ACCOUNT = "account";

    /** A resident approved by a unit or withdrawn; the key is a keyed hash. */
    public static final String APPROVED = "approved";

    /** A case type, of a unit or region. */
    public static final String CASE_TYPE = "case-type";

    /** A case type handed out to a unit or withdrawn from it. */
    public static final String CASE_TYPE_HANDED_OUT = "case-type-handed-out";

    /** A case type of a unit for which residents were named, or no longer are. */
    public static final String CASE_TYPE_NAMED = "case-type-named";

    /** The terms of a case type, of a unit or region. */
    public static final String TERMS = "terms";

    /** What the check of terms goes by in a region. */
    public static final String TERMS_RULES = "terms-rules";

    /** Findings of the check that are intended as written, of a unit or region; the key is a case type. */
    public static final String TERMS_INTENDED = "terms-meant";

    /** A unit's record system has passed its test message. */
    public static final String RECORD_SYSTEM_TEST = "record-system-test";

    /** The name that the directory has for a unit, as Careunit has stored it. */
    public static final String DIRECTORY_NAME = "directory-name";

    /** A key that receipts are signed with. */
    public static final String RECEIPT_KEY = "receipt-key";

    /** What the directory says of a unit, as a platform event said: to be asked again. The key is its HSA-id. */
    public static final String DIRECTORY_UNIT = "directory-unit";

    /** What the directory says of a staff member, as a platform event said: to be asked again. */
    public static final String DIRECTORY_STAFF = "directory-staff";

    /** Whose a change is. */
    public enum Level {
        /** Of all regions and units. */
        PLATFORM,
        /** Of one region. */
        REGION,
        /** Of one unit. */
        UNIT
    }

    public ChangeNotice {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(scopeId, "scopeId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if it is no notice of Careunit's
     */
    public static ChangeNotice of(Event event) {
        String level = text(event, ChangeNotices.SCOPE_LEVEL);
        return new ChangeNotice(
                Arrays.stream(Level.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(level))
                        .findFirst()
                        .orElseThrow(() -> otherEvent(ChangeNotices.SCOPE_LEVEL)),
                text(event, ChangeNotices.SCOPE_ID),
                text(event, ChangeNotices.KIND),
                text(event, ChangeNotices.KEY));
    }

    private static String text(Event event, String property) {
        if (event.getTopic().equals(ChangeNotices.TOPIC) && event.getProperty(property) instanceof String text) {
            return text;
        }
        throw otherEvent(property);
    }

    private static IllegalArgumentException otherEvent(String property) {
        return new IllegalArgumentException("This event is no notice of a change: it lacks " + property);
    }

    /** Whether anything may have been changed, because notices of other nodes were lost: refresh all. */
    public boolean isAnything() {
        return kind.equals(ChangeNotices.ANYTHING);
    }

    /** The unit that it is of, where it is of one. */
    public Optional<HsaId> unit() {
        return level == Level.UNIT ? Optional.of(HsaId.of(scopeId)) : Optional.empty();
    }

    /** The region that it is of, where it is of one. */
    public Optional<CountyCode> region() {
        return level == Level.REGION ? Optional.of(CountyCode.of(scopeId)) : Optional.empty();
    }
}
