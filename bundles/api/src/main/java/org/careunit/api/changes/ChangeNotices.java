package org.careunit.api.changes;

/**
 * The EventAdmin events that tell of changes, each posted on every node once the change is committed: at once on the
 * node that made it, within a second on the others. A notice says what was changed and not how: ask the service.
 * Notices may come twice, and in another order than the changes.
 *
 * <p>The kinds, with whose they are and what their key is. Kinds are added as services are; pass over one you do not
 * know.
 *
 * <ul>
 *   <li>{@code unit}, of a unit: its HSA-id, for the unit itself
 *   <li>{@code settings}, of a unit: a section
 *   <li>{@code region}, of a region: a section of its own
 *   <li>{@code default}, of a region: a section of which it says something to its units
 *   <li>{@code personal}, of a unit: a staff member
 *   <li>{@code permissions}, of a unit or region: a staff member
 *   <li>{@code account}, of the platform: a staff member whose employment has another end; of a unit: one who was
 *       locked or reactivated there
 *   <li>{@code approved}, of a unit: a resident approved or withdrawn, as a keyed hash
 *   <li>{@code case-type}, of a unit or region: a case type
 *   <li>{@code case-type-handed-out}, of a unit: a case type that was handed out to it or withdrawn
 *   <li>{@code case-type-named}, of a unit: a case type for which residents were named, or no longer are
 *   <li>{@code terms}, of a unit or region: a case type
 *   <li>{@code terms-rules}, of a region: {@code check}, for what the check of terms goes by
 *   <li>{@code terms-meant}, of a unit or region: a case type, for findings that are intended as written
 *   <li>{@code record-system-test}, of a unit: {@code passed}, for the test message that its record system has passed
 *   <li>{@code directory-name}, of a unit: {@code name}, for its name in the directory
 *   <li>{@code directory-unit}, of a unit: its HSA-id, for a platform event that said that it has changed: whoever
 *       caches what the directory says of it asks again
 *   <li>{@code directory-staff}, of the platform: a staff member, likewise
 *   <li>{@code receipt-key}, of the platform: a key that receipts are signed with
 * </ul>
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
     * The kind, id and key of a notice that anything may have been changed, because notices from other nodes were lost:
     * refresh all. It comes each second until the others can be reached again, and once more then.
     */
    public static final String ANYTHING = "*";

    private ChangeNotices() {}
}
