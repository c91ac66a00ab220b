package org.careunit.directory.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "directory-find",
        description = "Shows what EK says about a staff member or a care unit")
public class DirectoryFindCommand extends OperatorCommand {

    @Reference
    StaffDirectory directory;

    @Argument(name = "hsa-id", description = "The HSA-id of a staff member or a care unit", required = true)
    @Completion(UnitCompleter.class)
    String id;

    @Override
    protected Listing answer() {
        StaffId asked = StaffId.of(id);
        Listing listing = Listing.of(
                        "kind",
                        "id",
                        "name",
                        "title",
                        "mail",
                        "telephone",
                        "protected",
                        "from",
                        "until",
                        "stale",
                        "as of")
                .whenEmpty("EK knows neither staff nor a unit with the HSA-id " + asked + ".");
        Optional<UnavailableException> noUnit = tried(() -> {
            DirectoryAnswer<Optional<UnitEntry>> unit = directory.unit(new HsaId(asked.value()));
            unit.found().ifPresent(entry -> add(listing, entry, unit));
        });
        Optional<UnavailableException> noStaff = tried(() -> {
            DirectoryAnswer<List<StaffEntry>> staff = directory.staff(asked);
            staff.found().forEach(entry -> add(listing, entry, staff));
        });
        if (listing.isEmpty()) {
            noUnit.or(() -> noStaff).ifPresent(failure -> {
                throw failure;
            });
            return listing.failed("EK knows neither staff nor a unit with the HSA-id " + asked + ".");
        }
        return listing;
    }

    /** While EK is down, one of the two may be remembered and the other not. */
    private static Optional<UnavailableException> tried(Runnable lookUp) {
        try {
            lookUp.run();
            return Optional.empty();
        } catch (UnavailableException failure) {
            return Optional.of(failure);
        }
    }

    private static void add(Listing listing, UnitEntry unit, DirectoryAnswer<?> answer) {
        listing.row(
                "unit", unit.id(), unit.name(), "", "", unit.telephone(), "", "", "", answer.stale(), answer.asOf());
    }

    private static void add(Listing listing, StaffEntry staff, DirectoryAnswer<?> answer) {
        boolean shown = !staff.confidential();
        listing.row(
                "staff",
                staff.id(),
                shown ? staff.name() : "",
                staff.title(),
                shown ? staff.mail().map(EmailAddress::value) : "",
                shown ? staff.mobile() : "",
                staff.confidential(),
                staff.employedFrom(),
                staff.datesUnreadable() ? "unreadable" : staff.employedUntil(),
                answer.stale(),
                answer.asOf());
    }
}
