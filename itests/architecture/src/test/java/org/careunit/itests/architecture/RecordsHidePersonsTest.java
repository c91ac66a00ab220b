package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;

/**
 * A record prints all its components unless it says otherwise, and a log line or an exception is soon made of one: each
 * that has a person's name, number, address or pseudonym in it as text has a {@code toString} of its own. What the ones
 * of the API say is tested there.
 */
@AnalyzeClasses(
        packages = "org.careunit",
        importOptions = {DoNotIncludeTests.class, CustomConditions.WithTheKit.class})
class RecordsHidePersonsTest {

    /** What components are called that tell of a person; those of a type that masks itself are not text. */
    private static final Set<String> PERSONAL = Set.of(
            "givenName",
            "surname",
            "displayName",
            "personName",
            "signature",
            "mail",
            "mailAddress",
            "mailbox",
            "mobile",
            "smsNumber",
            "resident",
            "residents",
            "pseudonym",
            "birthDate",
            "password",
            "json");

    /** Names beyond those, where the component's name alone does not tell. */
    private static final Set<String> ALSO = Set.of(
            "org.careunit.api.history.Saved$Change.before",
            "org.careunit.api.history.Saved$Change.after",
            "org.careunit.api.finding.UnitFinder$Search.words",
            "org.careunit.api.host.ClosedCase$Message.text",
            "org.careunit.api.host.ResidentIdentities$Identity.name",
            "org.careunit.api.gateways.OutgoingMail.text",
            "org.careunit.mail.internal.answers.SmtpReply.words",
            "org.careunit.mail.internal.bounces.MimeHeaders$Field.value",
            "org.careunit.mail.internal.bounces.MimePart.content",
            "org.careunit.mail.internal.bounces.PlainTextReport.said",
            "org.careunit.sms.internal.receipts.DeliveredMessage.text",
            "org.careunit.notifications.internal.intake.SpoolDrain$ReadText.text",
            "org.careunit.notifications.internal.intake.SpoolRecord$Texts.whole",
            "org.careunit.notifications.internal.delivery.Destination.address",
            "org.careunit.staff.internal.DirectoryCopyDocument.name",
            "org.careunit.staff.internal.DirectoryFacts.name",
            "org.careunit.testkit.fakes.Canary.number");

    /** Keyed hashes, and a seal. */
    private static final Set<String> HARMLESS = Set.of(
            "org.careunit.notifications.internal.recipients.Recipient$UnitAddress.pseudonym",
            "org.careunit.notifications.internal.recipients.Recipient$UnitDeputy.pseudonym",
            "org.careunit.storage.internal.audit.SealedHead.signature",
            "org.careunit.storage.internal.messages.JdbcSentMessages$Address.pseudonym");

    @ArchTest
    static void recordsWithPersonsHaveAToStringOfTheirOwn(JavaClasses careunit) throws IOException {
        Set<String> telling = new TreeSet<>();
        for (JavaClass type : careunit) {
            if (type.isAssignableTo(Record.class) && tellsOfAPerson(type) && printsAll(type)) {
                telling.add(type.getName());
            }
        }
        assertThat(telling).as("records that would print a person").isEmpty();
    }

    /** The list above must not go on naming what is gone. */
    @ArchTest
    static void whatIsListedIsThere(JavaClasses careunit) {
        assertThat(ALSO).allSatisfy(one -> {
            int dot = one.lastIndexOf('.');
            assertThat(careunit.get(one.substring(0, dot)).getField(one.substring(dot + 1)))
                    .isNotNull();
        });
    }

    @ArchTest
    static void aTellingRecordIsFound(JavaClasses careunit) throws IOException {
        assertThat(printsAll(careunit.get("org.careunit.api.units.CareUnit"))).isTrue();
        assertThat(printsAll(careunit.get(HsaId.class))).isFalse();
        assertThat(printsAll(careunit.get(EmailAddress.class))).isFalse();
    }

    private static boolean tellsOfAPerson(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .anyMatch(field -> ALSO.contains(field.getFullName())
                        || (PERSONAL.contains(field.getName())
                                && isText(field)
                                && !HARMLESS.contains(field.getFullName())));
    }

    private static boolean isText(JavaField field) {
        String type = field.getType().getName();
        return List.of("java.lang.String", "java.time.LocalDate").stream().anyMatch(type::contains);
    }

    /** Whether the compiler has made its {@code toString}. */
    private static boolean printsAll(JavaClass type) throws IOException {
        var made = new Generated();
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            new ClassReader(bytes).accept(made, ClassReader.SKIP_DEBUG);
        }
        return made.found;
    }

    private static final class Generated extends ClassVisitor {

        private boolean found;

        Generated() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return name.equals("toString") && descriptor.startsWith("()") ? new Body() : null;
        }

        private final class Body extends MethodVisitor {

            Body() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                found |= bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods");
            }
        }
    }
}
