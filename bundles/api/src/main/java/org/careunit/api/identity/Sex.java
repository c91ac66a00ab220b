package org.careunit.api.identity;

/**
 * A resident's legal sex, as the population register has it: the next to last digit of the personal identity number.
 */
public enum Sex {
    FEMALE,
    MALE
}
