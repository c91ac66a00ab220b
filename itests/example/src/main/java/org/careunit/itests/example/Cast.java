package org.careunit.itests.example;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;

/** Who plays, all of them feigned. The directory must have an entry for each. */
public final class Cast {

    /** The unit that joins. */
    public static final String UNIT = "SE1111111111-EXEMPEL";

    public static final String UNIT_NAME = "Exempelmottagningen";

    /** Who administers its region. */
    public static final String REGIONAL = "SE1111111111-EXREGION";

    /** Its first administrator. */
    public static final String FIRST = "SE1111111111-EXADMIN1";

    /** Its second, who is looked up by personal identity number. */
    public static final String SECOND = "SE1111111111-EXADMIN2";

    /** The second's number, of somebody born in 1890, as it is pasted. */
    public static final String SECOND_NUMBER = "18900101-9802";

    /** Who hands its cases out. */
    public static final String RECEIVER = "SE1111111111-EXMOTTAG";

    private Cast() {}

    static HsaId id(String hsaId) {
        return new HsaId(hsaId);
    }

    static Actor staff(String hsaId) {
        return new Actor.Staff(id(hsaId));
    }
}
