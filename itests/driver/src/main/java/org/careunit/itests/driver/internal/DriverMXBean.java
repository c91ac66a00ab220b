package org.careunit.itests.driver.internal;

import java.util.List;

/** What a test can have done inside; failures come as text. */
public interface DriverMXBean {

    /**
     * Makes a unit with these e-mail addresses and one member of staff who wants to be told at the directory's address.
     */
    void join(String unit, String name, String staff, List<String> addresses);

    /** Has a member of staff told of what they are given by SMS, and by nothing else. */
    void wantSms(String unit, String staff, String number);

    /** Makes a unit without anybody in it. */
    void open(String unit, String name);

    /** Whether a unit's record system passes a test message now; not while there is none. */
    boolean testRecordSystem(String unit);

    /** Turns the notices to a unit's record system on. */
    void turnOnRecordSystem(String unit);

    /** Whether the directory knows somebody; not while it cannot be asked, nothing being remembered. */
    boolean knows(String staff);

    /**
     * What the directory says of somebody: name, title, masked mail, mobile, and what marks each entry, with bars
     * between.
     */
    List<String> entries(String staff);

    /** The HSA-ids of a person, by their personal identity number. */
    List<String> lookUp(String unit, String number);

    /** Makes somebody a case handler; answers {@code ok}, or the refusal. */
    String assign(String unit, String staff);

    /** Brings events through the service; answers {@code accepted/known}, or the failure's class. */
    String accept(String json);

    /** Posts events by EventAdmin, and returns when the handlers have. */
    void post(String json);

    /**
     * The ledger's rows about a case, oldest first: event, state, attempts, masked recipient, detail, with bars
     * between.
     */
    List<String> ledger(String unit, String caseId);

    /** A staff member's signature of a day. */
    String signature(String unit, String staff, String day);
}
