package org.careunit.staff.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.staff.internal.problems.StaffProblem;

/** Rules for staff with protected identity: their texts must not reveal them unless they have allowed it. */
final class ProtectedIdentity {

    private static final Pattern WAY_TO_REACH = Pattern.compile("\\S@\\S|\\d(?:[ ()/.-]{0,3}\\d){6,}");

    private ProtectedIdentity() {}

    /** @throws RefusedException if residents would read what they must not, saying what would help */
    static void check(DirectoryFacts facts, PersonalChoices choices) {
        if (!facts.confidential()) {
            return;
        }
        Problems problems = new Problems();
        if (choices.displayName().filter(ProtectedIdentity::tellsTheWay).isPresent()) {
            problems.add(StaffProblem.PROTECTED.at("displayName"));
        }
        if (choices.signature().filter(ProtectedIdentity::tellsTheWay).isPresent()) {
            problems.add(StaffProblem.PROTECTED.at("signature"));
        }
        if (choices.signature().isPresent() && !choices.signatureConfirmed()) {
            problems.add(StaffProblem.SIGNATURE_NOT_CONFIRMED.at("signatureConfirmed"));
        }
        problems.refuse();
    }

    /** What of a chosen signature residents may read; it may have been chosen before the identity was protected. */
    static Optional<String> shown(DirectoryFacts facts, PersonalChoices choices) {
        return choices.signature()
                .filter(text -> !facts.confidential() || (choices.signatureConfirmed() && !tellsTheWay(text)));
    }

    private static boolean tellsTheWay(String text) {
        return WAY_TO_REACH.matcher(text).find();
    }
}
