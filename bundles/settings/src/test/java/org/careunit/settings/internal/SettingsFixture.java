package org.careunit.settings.internal;

import java.util.Arrays;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The settings services on a store, with one unit of a region. */
public abstract class SettingsFixture {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    static final DocumentId DOCUMENT = new DocumentId(Scope.unit(UNIT), "settings", "email-notification");
    static final CountyCode REGION = new CountyCode("01");
    static final Actor ANNA = new Actor.Operator("anna");
    static final Actor BO = new Actor.Operator("bo");
    static final Actor RESIDENT = new Actor.Resident("r-1");

    TestStore store;
    SettingsContext context;
    UnitSettingsComponent settings;
    RegionSettingsComponent regions;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        context = context(store);
        settings = new UnitSettingsComponent(FakeAccess.operators(), context);
        regions = new RegionSettingsComponent(FakeAccess.operators(), context);
    }

    public static UnitSettingsComponent service(TestStore store) {
        return new UnitSettingsComponent(FakeAccess.operators(), context(store));
    }

    public static SettingsContext context(TestStore store) {
        return new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    Versioned<EmailNotification> read() {
        return settings.read(ANNA, UNIT, EmailNotification.class);
    }

    static EmailNotification on(String... addresses) {
        return new EmailNotification(
                true, Arrays.stream(addresses).map(EmailAddress::new).toList());
    }
}
