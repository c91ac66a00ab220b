package org.careunit.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads and checks trails: a unit's for its reviewers, a unit's and a region's for the region's administrators, every
 * one for operators. Safe for use by many threads. Every operation throws
 * {@link org.careunit.api.access.NotPermittedException} for others, {@link org.careunit.api.failure.RefusedException}
 * for a {@link Target.Person}, who has no trail, and {@link org.careunit.api.failure.UnavailableException} while the
 * database is out of reach.
 */
@ProviderType
public interface AuditTrails {

    /**
     * The rows of a time, newest first.
     *
     * @param actor who acts; not null
     * @param trail whose; not null
     * @param from the first instant; {@link Instant#MIN} for all before {@code until}; not null
     * @param until the first instant that no longer counts; {@link Instant#MAX} for all since {@code from}; not null
     * @param page how many, and after which; not null
     */
    Page<AuditRow> read(Actor actor, Target trail, Instant from, Instant until, PageRequest page);

    /**
     * All rows about a resident, oldest first; that they were read is a row of the trail too.
     *
     * @param resident not null
     */
    List<AuditRow> ofResident(Actor actor, Target trail, ResidentPseudonym resident);

    /**
     * All rows about a resident in all trails, by time; for operators. That they were read is a row of the platform's
     * trail.
     *
     * @param resident not null
     */
    List<AuditRow> ofResident(Actor actor, ResidentPseudonym resident);

    /**
     * Verifies that a trail is unchanged. A registered unit has at least the row of its registration: without one, its
     * trail is broken.
     *
     * @param head an end of it that was noted before, as the daily line of the log has it: only so is it found that the
     *     trail and its end were put back together to an earlier day
     */
    AuditVerification verify(Actor actor, Target trail, Optional<String> head);

    /**
     * Verifies that every trail is unchanged: the platform's, each region's and each registered unit's; for operators.
     *
     * @return by {@linkplain AuditRow#trail() the trail}, the broken ones first; never null
     */
    Map<String, AuditVerification> verifyAll(Actor actor);
}
