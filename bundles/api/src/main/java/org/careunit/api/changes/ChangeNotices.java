package org.careunit.api.changes;

/**
 * The EventAdmin events that tell of changes, each posted on every node once the change is committed: at once on the node
 * that made it, within a second on the others. A notice says what was changed and not how: ask the service. Notices may come
 * twice, and in another order than the changes.
 *
 * <p>The kinds, with what their key is: {@code settings} (a unit's section), {@code region} (a part of what a region says),
 * {@code default} (a part of what the platform says), {@code personal} (a staff member), {@code permissions} (a staff
 * member), {@code unit} (the unit itself), {@code account} (a staff member), {@code approved} (residents approved one by
 * one), {@code case-type} and {@code terms} (a case type), {@code case-type-handed-out} (a case type that was handed out to a
 * unit or withdrawn), {@code case-type-named} (residents named for a case type), {@code terms-rules} (what the check of terms goes by in a
 * region). Kinds are added as services are; pass over one you do not know.
 */
public final class ChangeNotices {

    /** The topic of all notices. */
    public static final String TOPIC = "org/careunit/CHANGED";

    /** Whose it is: {@code platform}, {@code region} or {@code unit}; a {@code String}. */
    public static final String SCOPE_LEVEL = "scope.level";

    /** {@code *} for the platform, the county code of a region, the HSA-id of a unit; a {@code String}. */
    public static final String SCOPE_ID = "scope.id";

    /** What it is, or {@link #ANYTHING}; a {@code String}. */
    public static final String KIND = "kind";

    /** Which of that kind; a {@code String}. */
    public static final String KEY = "key";

    /**
     * The kind, id and key of a notice that anything may have been changed, because word from other nodes was lost: refresh
     * all. It comes each second until the others can be heard again, and once more then.
     */
    public static final String ANYTHING = "*";

    private ChangeNotices() {}
}
