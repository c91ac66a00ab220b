package org.careunit.testkit.contracts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Message;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.fakes.Canary;

/** Careunit repeats nothing of what the fake of a host says of a person. */
class FakeHostCanaryTest extends CanaryContract {

    @Override
    protected void connect(Careunit careunit, CaseRef ref) {
        careunit.host().put(ref, Canary.PERSON.contacts()).put(ref, Canary.PERSON.identity());
    }

    /** What the fakes have stored, in the words of their records. */
    @Override
    List<String> printed(Careunit careunit) {
        return Stream.of(
                        careunit,
                        careunit.host(),
                        careunit.host().confirmed(),
                        careunit.mail(),
                        careunit.mail().sent(),
                        careunit.mail().offered(),
                        careunit.sms(),
                        careunit.sms().sent(),
                        careunit.recordSystem(),
                        careunit.recordSystem().notices(),
                        careunit.archive(),
                        careunit.archive().written(),
                        careunit.archive().delivered(),
                        careunit.directory(),
                        Canary.PERSON)
                .map(String::valueOf)
                .toList();
    }

    @Override
    protected void end(Careunit careunit, CaseRef ref) {
        Message said = new Message(careunit.clock().instant(), Optional.empty(), Canary.PERSON.text());
        careunit.host()
                .end(new ClosedCase(
                        ref,
                        new CaseTypeKey("kontakta-mig"),
                        careunit.clock().instant(),
                        careunit.clock().instant(),
                        Optional.empty(),
                        List.of(said),
                        List.of()));
    }
}
