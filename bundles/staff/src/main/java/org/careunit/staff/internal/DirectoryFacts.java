package org.careunit.staff.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.identity.EmailAddress;

/** The directory data that personal settings need. For somebody with protected identity it has no address. */
record DirectoryFacts(
        Optional<String> name, Optional<String> title, Optional<EmailAddress> mail, boolean confidential) {

    /** Of somebody whom the directory does not know. */
    static final DirectoryFacts NONE = new DirectoryFacts(Optional.empty(), Optional.empty(), Optional.empty(), false);

    DirectoryFacts {
        mail = confidential ? Optional.empty() : mail;
    }

    /**
     * From the first entry with a current employment, else from the first. One protected entry protects the person.
     *
     * @return empty if there is no entry
     */
    static Optional<DirectoryFacts> of(List<StaffEntry> entries, Instant now) {
        boolean confidential = entries.stream().anyMatch(StaffEntry::confidential);
        return entries.stream()
                .filter(entry -> entry.holdsAt(now))
                .findFirst()
                .or(() -> entries.stream().findFirst())
                .map(entry -> new DirectoryFacts(entry.name(), entry.title(), entry.mail(), confidential));
    }

    /** Nothing: the rest is about a person. */
    @Override
    public String toString() {
        return "DirectoryFacts";
    }
}
