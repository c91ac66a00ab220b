package org.careunit.api.cases;

import java.time.YearMonth;
import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** A unit's figures, by month and case type; no person is in them. Safe for use by many threads. */
@ProviderType
public interface UnitFigures {

    /** Maximum number of months in a request. */
    int MOST_MONTHS = 36;

    /**
     * The figures of some months, by month and type; of months of which no case is known any more, as they were stored
     * before the first was removed. Months and types without a case are left out.
     *
     * @param from the first month; not null
     * @param until the last month; not null
     * @throws org.careunit.api.access.NotPermittedException if the actor may not read the unit's figures
     * @throws org.careunit.api.failure.RefusedException if there is no such unit, or the months are no range of at most
     *     {@value #MOST_MONTHS}
     * @throws org.careunit.api.failure.UnavailableException if they cannot be counted now
     */
    List<MonthFigures> months(Actor actor, HsaId unit, YearMonth from, YearMonth until);
}
