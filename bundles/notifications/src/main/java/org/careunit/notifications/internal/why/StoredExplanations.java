package org.careunit.notifications.internal.why;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.storage.Cases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains sent messages from the ledger, and expected ones from the clocks. */
@Component
public final class StoredExplanations implements CaseExplanations {

    private final AccessControl access;
    private final Cases cases;
    private final CaseReader reader;
    private final LedgerRowExplanations rows;
    private final MissingNewsExplanations missing;

    @Activate
    public StoredExplanations(
            @Reference AccessControl access,
            @Reference Cases cases,
            @Reference CaseReader reader,
            @Reference LedgerRowExplanations rows,
            @Reference MissingNewsExplanations missing) {
        this.access = access;
        this.cases = cases;
        this.reader = reader;
        this.rows = rows;
        this.missing = missing;
    }

    @Override
    public List<MessageExplanation> why(Actor actor, CaseRef subject) {
        access.require(actor, Operation.READ_LEDGER, new Target.Unit(subject.unit()));
        List<MessageExplanation> explained = rows.about(subject);
        Stream<MessageExplanation> rest = cases.find(subject)
                .map(reader::known)
                .map(stored -> missing.of(stored, explained))
                .orElse(Stream.empty());
        List<MessageExplanation> all = Stream.concat(explained.stream(), rest)
                .sorted(Comparator.comparing(MessageExplanation::topic))
                .toList();
        if (all.isEmpty()) {
            throw NotificationProblem.NO_CASE.refused();
        }
        return all;
    }
}
