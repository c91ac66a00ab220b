package org.careunit.settings.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.finding.Geography;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.operations.files.PrivateFiles;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;
import org.careunit.settings.internal.names.DirectoryNames;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.sections.SectionJson;
import org.careunit.settings.internal.sections.SectionStores;
import org.careunit.settings.internal.sections.UnitSections;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.documents.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shared state of the settings services: caches and optional services. */
@Component(service = SettingsContext.class)
public final class SettingsContext {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsContext.class);

    private final UnitSections.Store store;
    private final OptionalServices optionalServices = new OptionalServices();
    private final Caches caches;

    @Activate
    public SettingsContext(
            @Reference Transactions transactions,
            @Reference UnitRegister units,
            @Reference Documents documents,
            @Reference AuditTrail audit,
            @Reference ChangeBroadcast changes) {
        SectionJson json = new SectionJson();
        caches = new Caches(transactions, changes);
        SectionStores stores = new SectionStores(caches, units, documents, json);
        store = new UnitSections.Store(
                transactions, audit, stores, json, careTypes(), new DirectoryNames(caches, documents));
    }

    private static CareTypeCatalogue careTypes() {
        CareTypeCatalogue careTypes = CareTypeCatalogue.load(PrivateFiles.home());
        careTypes.refusal().ifPresent(why -> LOG.warn("The shipped care types are taken instead: {}", why));
        return careTypes;
    }

    @Deactivate
    public void close() {
        caches.close();
    }

    /** Why the operator's catalogue of care types was rejected; empty if it is in use, or there is none. */
    public Optional<String> refusal() {
        return store.careTypes().refusal();
    }

    public UnitSections.Store store() {
        return store;
    }

    public OptionalServices optionalServices() {
        return optionalServices;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDirectory(StaffDirectory present) {
        optionalServices.directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        leave(optionalServices.directory, gone);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRecordSystems(RecordSystems present) {
        optionalServices.recordSystems.set(present);
    }

    public void unsetRecordSystems(RecordSystems gone) {
        leave(optionalServices.recordSystems, gone);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setGeography(Geography present) {
        optionalServices.geography.set(present);
    }

    public void unsetGeography(Geography gone) {
        leave(optionalServices.geography, gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setArchives(ArchiveGateway present) {
        optionalServices.archives.set(present);
    }

    public void unsetArchives(ArchiveGateway gone) {
        leave(optionalServices.archives, gone);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCaseTypes(CaseTypes present) {
        optionalServices.caseTypes.set(present);
    }

    public void unsetCaseTypes(CaseTypes gone) {
        leave(optionalServices.caseTypes, gone);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCatalogue(CaseTypeCatalogue present) {
        optionalServices.catalogue.set(present);
    }

    public void unsetCatalogue(CaseTypeCatalogue gone) {
        leave(optionalServices.catalogue, gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setClosedCases(ClosedCases present) {
        optionalServices.closedCases.set(present);
    }

    public void unsetClosedCases(ClosedCases gone) {
        leave(optionalServices.closedCases, gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setIdentities(ResidentIdentities present) {
        optionalServices.identities.set(present);
    }

    public void unsetIdentities(ResidentIdentities gone) {
        leave(optionalServices.identities, gone);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setAcceptance(TermsAcceptance present) {
        optionalServices.acceptance.set(present);
    }

    public void unsetAcceptance(TermsAcceptance gone) {
        leave(optionalServices.acceptance, gone);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setArchiveRecords(ArchiveRecords present) {
        optionalServices.archiveRecords.set(present);
    }

    public void unsetArchiveRecords(ArchiveRecords gone) {
        leave(optionalServices.archiveRecords, gone);
    }

    private static <T> void leave(AtomicReference<T> place, T gone) {
        place.compareAndSet(gone, null);
    }
}
