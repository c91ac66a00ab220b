package org.careunit.staff.internal;

import java.util.Optional;
import org.careunit.api.identity.EmailAddress;

/** Stored form of {@link DirectoryFacts}, shape 1; a missing key means that the directory had no value. */
public record DirectoryCopyDocument(String name, String title, String mail, Boolean confidential) {

    static DirectoryCopyDocument of(DirectoryFacts facts) {
        return new DirectoryCopyDocument(
                facts.name().orElse(null),
                facts.title().orElse(null),
                facts.mail().map(EmailAddress::value).orElse(null),
                facts.confidential());
    }

    DirectoryFacts facts() {
        return new DirectoryFacts(
                Optional.ofNullable(name),
                Optional.ofNullable(title),
                Optional.ofNullable(mail).map(EmailAddress::new),
                Boolean.TRUE.equals(confidential));
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "(copy of an entry)";
    }
}
