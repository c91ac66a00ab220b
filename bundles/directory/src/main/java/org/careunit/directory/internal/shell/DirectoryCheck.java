package org.careunit.directory.internal.shell;

import java.util.ArrayList;
import java.util.List;
import org.careunit.directory.internal.DirectoryClient;
import org.careunit.directory.internal.DirectoryException;
import org.careunit.directory.internal.DirectoryQuery;
import org.careunit.directory.internal.DirectoryQuery.Survey;
import org.careunit.directory.internal.entries.AttributeNames;
import org.careunit.routes.ChannelState;

/**
 * Result of a check of the directory: whether it answers, and what it has.
 *
 * @param address of the servers; empty if none is set up
 * @param message for an operator, in one line
 * @param findings what was found, and what to configure for it; empty if it does not answer
 * @param millis how long it took
 */
public record DirectoryCheck(
        CheckStatus status, String address, String message, List<DirectoryFinding> findings, double millis) {

    public static DirectoryCheck notSetUp(String explanation) {
        return new DirectoryCheck(CheckStatus.UNSET, "", explanation, List.of(), 0);
    }

    public static DirectoryCheck of(String address, AttributeNames names, DirectoryClient client) {
        long begun = System.nanoTime();
        try {
            Survey survey = client.askAnyway(new DirectoryQuery.Check());
            return found(address, survey, names, millisSince(begun));
        } catch (DirectoryException e) {
            ChannelState.Fault fault = e.fault();
            CheckStatus status = fault.isLasting() ? CheckStatus.TO_FIX : CheckStatus.LATER;
            return new DirectoryCheck(status, address, e.getMessage(), List.of(), millisSince(begun));
        }
    }

    private static DirectoryCheck found(String address, Survey survey, AttributeNames names, double millis) {
        List<DirectoryFinding> findings = new ArrayList<>();
        findings.add(DirectoryFinding.entries("staff", survey.staff(), "staffFilter", survey.classes()));
        findings.add(DirectoryFinding.entries("units", survey.units(), "unitFilter", survey.classes()));
        if (survey.staff() > 0) {
            findings.addAll(
                    DirectoryFinding.attributes("staff", AttributeNames.readOfStaff(), names, survey.staffNames()));
        }
        if (survey.units() > 0) {
            findings.addAll(
                    DirectoryFinding.attributes("units", AttributeNames.readOfUnits(), names, survey.unitNames()));
        }
        List<String> missing = findings.stream()
                .filter(DirectoryFinding::isToFix)
                .map(DirectoryFinding::sentence)
                .toList();
        return missing.isEmpty()
                ? new DirectoryCheck(
                        CheckStatus.FINE, address, "logged in and found the base DN, staff and units", findings, millis)
                : new DirectoryCheck(CheckStatus.TO_FIX, address, String.join("; ", missing), findings, millis);
    }

    /** With one decimal. */
    private static double millisSince(long nanos) {
        return Math.rint((System.nanoTime() - nanos) / 100_000.0) / 10;
    }

    public boolean isFine() {
        return status == CheckStatus.FINE;
    }

    /** How it is. */
    public enum CheckStatus {
        FINE,
        UNSET,
        LATER,
        TO_FIX
    }
}
