package org.careunit.itests.example;

/**
 * Something that was tried.
 *
 * @param what in a few words
 * @param answer what came of it
 * @param expected whether that is as it should be
 */
public record Step(String what, String answer, boolean expected) {}
