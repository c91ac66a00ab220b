package org.careunit.storage;

import org.careunit.api.failure.ProblemCode;

/** Why something cannot be stored, found in the store or opened. */
public enum StorageProblem implements ProblemCode {
    NO_UNIT(
            "storage.no-unit",
            "Det finns ingen mottagning {unit}: registrera den först",
            "There is no unit {unit}: register it first"),
    HEAD(
            "storage.head",
            "Ett huvud skrivs som i loggen, nummer:sigill, till exempel 17:3f9a…",
            "A head is written as in the log, number:seal, such as 17:3f9a…"),
    NO_VERSION(
            "storage.no-version",
            "Det finns ingen version {version}: historiken visar vilka som finns",
            "There is no version {version} of {document}: its history says which there are"),
    NOT_VALID("storage.not-valid", "Det som är sparat kan inte läsas; spara det igen", "{reason}"),
    NOT_EMPTY(
            "storage.not-empty",
            "Tabellen {table} på servern har redan rader: ange en tom databas. Inget har kopierats.",
            "The table {table} on the server has rows already: name an empty database. Nothing was copied"),
    NO_CHANGE_SET(
            "storage.no-change-set",
            "Det finns ingen ändring {id}: historiken visar dess id",
            "There is no change set {id}: list the history for its id"),
    NO_DOCUMENT(
            "storage.no-document",
            "Det finns inget sparat att ändra: ange version 0 för något nytt, inte {version}",
            "There is no {document}: it was said to be at version {version}, use 0 for a new one"),
    NEWER_SHAPE(
            "storage.newer-shape",
            "Uppgifterna sparades i form {shape} av en nyare Careunit; denna skriver form {ours} och en del "
                    + "skulle gå förlorad: uppgradera noden först",
            "{document} was saved in shape {shape} by a newer Careunit; this one writes shape {ours} and "
                    + "would lose a part of it: upgrade this node first"),
    URL_BEGINNING(
            "storage.url-beginning",
            "careunit.storage: url ska börja med {beginning}, som i "
                    + "jdbc:postgresql://db.example.org:5432/careunit, eller vara tom för den inbäddade databasen",
            "careunit.storage: url must begin with {beginning} as in "
                    + "jdbc:postgresql://db.example.org:5432/careunit, or be left empty for the embedded store"),
    URL_HOST(
            "storage.url-host",
            "careunit.storage: url ska ange en server och en databas, som i "
                    + "jdbc:postgresql://db.example.org:5432/careunit",
            "careunit.storage: url must name a host and a database, as in "
                    + "jdbc:postgresql://db.example.org:5432/careunit"),
    URL_SCHEMA(
            "storage.url-schema",
            "careunit.storage: currentSchema i url ska vara ett schema, skrivet med bokstäver, siffror "
                    + "och understreck",
            "careunit.storage: currentSchema in url must be one schema, written in letters, digits and "
                    + "underscores"),
    URL_TLS(
            "storage.url-tls",
            "careunit.storage: url får inte säga sslmode={mode}: en server på en annan maskin nås med TLS, med namn "
                    + "och certifikat kontrollerade (verify-full). Bara en server på en uttrycklig lokal adress som "
                    + "127.0.0.1 kan vara utan.",
            "careunit.storage: url must not say sslmode={mode}: a server on another machine is spoken to "
                    + "by TLS with its name and certificate checked (verify-full). Only a server at a literal "
                    + "loopback address such as 127.0.0.1 may do without"),
    URL_ENCODING(
            "storage.url-encoding",
            "careunit.storage: url har en egenskap som inte är procentkodad som den ska",
            "careunit.storage: url has a property that is not percent-encoded as it must be"),
    NOT_EMBEDDED(
            "storage.not-embedded",
            "Bara den inbäddade databasen kan kopieras, medan den är öppen",
            "Only the embedded store can be copied, while it is open"),
    USER(
            "storage.user",
            "careunit.storage: user saknas; en PostgreSQL-url kräver user och .password",
            "careunit.storage: user is missing; a PostgreSQL url needs user and .password"),
    SECRETS_MISSING(
            "storage.secrets-missing",
            "Filen med hemligheterna saknas: {file}. Kopiera den från en annan nod, eller återställ den från "
                    + "säkerhetskopian; en ny skulle inte passa databasen.",
            "The file with the secrets is missing: {file}. Copy it from another node, or restore it from "
                    + "its backup; a new one would not fit this database"),
    SECRETS_LACK(
            "storage.secrets-lack",
            "Filen med hemligheterna, {file}, saknar {missing}, som databasen fylldes med: kopiera filen "
                    + "från en annan nod, eller återställ den från säkerhetskopian",
            "The file with the secrets, {file}, lacks {missing}, with which this database was filled: "
                    + "copy the file from another node, or restore it from its backup"),
    SECRETS_OTHER(
            "storage.secrets-other",
            "Hemligheten {secret} i {file} är inte den som databasen fylldes med: kopiera filen från en "
                    + "annan nod, eller återställ den från säkerhetskopian",
            "The secret {secret} in {file} is not the one this database was filled with: copy the file "
                    + "from another node, or restore it from its backup"),
    PSEUDONYM(
            "storage.pseudonym",
            "En text att göra en pseudonym av har högst {longest} tecken",
            "A text to make a pseudonym of has at most {longest} characters"),
    SECRETS_LINE(
            "storage.secrets-line",
            "Rad {line} i {file} är skadad: återställ filen från säkerhetskopian",
            "The line {line} of {file} is damaged: restore the file from its backup"),
    SECRETS_PERMISSIONS(
            "storage.secrets-permissions",
            "Filen {file} får bara läsas av sin ägare, men är {permissions}: kör chmod 600 på den",
            "The file {file} must be for its owner alone, but is {permissions}: chmod 600 it");

    private final String code;
    private final String swedish;
    private final String english;

    StorageProblem(String code, String swedish, String english) {
        this.code = code;
        this.swedish = swedish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String swedish() {
        return swedish;
    }

    @Override
    public String english() {
        return english;
    }
}
