package org.careunit.itests.example;

import java.util.Map;

/** The fictitious people and units of the example. The directory must have an entry for each. */
public final class Participants {

    /** The unit that joins. */
    public static final String UNIT = "SE1111111111-EXEMPEL";

    public static final String UNIT_NAME = "Exempelmottagningen";

    /**
     * What the directory says of it beside its name, by attribute: with that business code it is a child health centre
     * too.
     */
    public static final Map<String, String> UNIT_ATTRIBUTES = Map.of(
            "hsaBusinessClassificationCode", "1504",
            "telephoneNumber", "+46 8 465 004 10",
            "postalAddress", "Exempelmottagningen$Exempelgatan 1$169 00 Solna");

    /** The unit that goes through the checklist. */
    public static final String NEW_UNIT = "SE1111111111-EXEMPEL2";

    public static final String NEW_UNIT_NAME = "Nya exempelmottagningen";

    /** Who administers their region. */
    public static final String REGIONAL = "SE1111111111-EXREGION";

    /** The first administrator of both. */
    public static final String FIRST = "SE1111111111-EXADMIN1";

    /** Their second. */
    public static final String SECOND = "SE1111111111-EXADMIN2";

    /** Who hands their cases out. */
    public static final String RECEIVER = "SE1111111111-EXMOTTAG";

    /**
     * The personal identity numbers of those who are looked up by them, as they are pasted; all of them born before
     * 1900.
     */
    public static final Map<String, String> NUMBERS =
            Map.of(FIRST, "18900101-9802", SECOND, "18910202-9809", RECEIVER, " 189203039806");

    private Participants() {}
}
