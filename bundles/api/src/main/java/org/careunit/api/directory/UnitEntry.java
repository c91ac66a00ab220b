package org.careunit.api.directory;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.HsaId;

/**
 * A directory entry of a care unit. What is missing there, or malformed, is empty here. Source of the attributes: the
 * HSA schema.
 *
 * @param id {@code hsaIdentity}; never null
 * @param name {@code ou}
 * @param telephone {@code hsaTelephoneNumber}, else the first {@code telephoneNumber}, as it is written there
 * @param address the lines of {@code postalAddress}; never null, may be empty
 * @param visitingAddress the lines of {@code street}; never null, may be empty
 * @param directions {@code route}: how to find the unit, lines of plain text
 * @param openingHours {@code hsaSurgeryHours} as it is written there, such as {@code 1-5#08:00#17:00}; never null
 * @param telephoneHours {@code hsaTelephoneTime}, in the same form; never null
 * @param dropInHours {@code hsaDropInHours}, in the same form; never null
 * @param businessCodes {@code hsaBusinessClassificationCode}, such as {@code 1504}; never null
 * @param page {@code hsaVpwWebPage}: the unit's page on 1177.se
 * @param ownPage {@code labeledURI}: the unit's own page on the web
 */
public record UnitEntry(
        HsaId id,
        Optional<String> name,
        Optional<String> telephone,
        List<String> address,
        List<String> visitingAddress,
        Optional<String> directions,
        List<String> openingHours,
        List<String> telephoneHours,
        List<String> dropInHours,
        List<String> businessCodes,
        Optional<URI> page,
        Optional<URI> ownPage) {
    public UnitEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(telephone, "telephone");
        address = List.copyOf(address);
        visitingAddress = List.copyOf(visitingAddress);
        Objects.requireNonNull(directions, "directions");
        openingHours = List.copyOf(openingHours);
        telephoneHours = List.copyOf(telephoneHours);
        dropInHours = List.copyOf(dropInHours);
        businessCodes = List.copyOf(businessCodes);
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(ownPage, "ownPage");
    }

    public UnitEntry withId(HsaId id) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withName(Optional<String> name) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withTelephone(Optional<String> telephone) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withAddress(List<String> address) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withVisitingAddress(List<String> visitingAddress) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withDirections(Optional<String> directions) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withOpeningHours(List<String> openingHours) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withTelephoneHours(List<String> telephoneHours) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withDropInHours(List<String> dropInHours) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withBusinessCodes(List<String> businessCodes) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withPage(Optional<URI> page) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }

    public UnitEntry withOwnPage(Optional<URI> ownPage) {
        return new UnitEntry(
                id,
                name,
                telephone,
                address,
                visitingAddress,
                directions,
                openingHours,
                telephoneHours,
                dropInHours,
                businessCodes,
                page,
                ownPage);
    }
}
