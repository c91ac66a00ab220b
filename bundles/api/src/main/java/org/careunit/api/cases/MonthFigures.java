package org.careunit.api.cases;

import java.time.YearMonth;
import java.util.Objects;
import java.util.OptionalDouble;
import org.careunit.api.identity.CaseTypeKey;

/**
 * Figures about the cases of one type that a unit received in one month. Of a case that was reopened, the first round
 * counts. Days are the unit's working days, without those on which the case rested.
 *
 * @param month in which they were received; never null
 * @param caseType never null
 * @param received how many
 * @param withdrawn how many of them were withdrawn; these count nowhere else
 * @param open how many wait for staff or for the resident
 * @param overdue how many of the open ones are past the handling time that was in force when they were received
 * @param answered how many were answered
 * @param promised how many of the answered ones were of a type that promised a handling time then
 * @param inTime how many of those were answered within it
 * @param firstReply working days to the first part reply, counter-question or answer; never null
 * @param answer working days to the answer; never null
 * @param reminders how many reminders to staff were sent about them
 */
public record MonthFigures(
        YearMonth month,
        CaseTypeKey caseType,
        long received,
        long withdrawn,
        long open,
        long overdue,
        long answered,
        long promised,
        long inTime,
        Spread firstReply,
        Spread answer,
        long reminders) {
    /**
     * Distribution of working days.
     *
     * @param median empty where nothing was measured
     * @param ninetieth the number that nine in ten do not exceed; empty as above
     */
    public record Spread(OptionalDouble median, OptionalDouble ninetieth) {
        public Spread {
            Objects.requireNonNull(median, "median");
            Objects.requireNonNull(ninetieth, "ninetieth");
        }
    }

    public MonthFigures {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(caseType, "caseType");
        Objects.requireNonNull(firstReply, "firstReply");
        Objects.requireNonNull(answer, "answer");
    }

    /**
     * Which share was answered within the promise: of those answered, and those open past it; empty if there is none.
     */
    public OptionalDouble shareInTime() {
        long all = promised + overdue;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) inTime / all);
    }

    public MonthFigures withMonth(YearMonth month) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withCaseType(CaseTypeKey caseType) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withReceived(long received) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withWithdrawn(long withdrawn) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withOpen(long open) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withOverdue(long overdue) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withAnswered(long answered) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withPromised(long promised) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withInTime(long inTime) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withFirstReply(Spread firstReply) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withAnswer(Spread answer) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }

    public MonthFigures withReminders(long reminders) {
        return new MonthFigures(
                month,
                caseType,
                received,
                withdrawn,
                open,
                overdue,
                answered,
                promised,
                inTime,
                firstReply,
                answer,
                reminders);
    }
}
