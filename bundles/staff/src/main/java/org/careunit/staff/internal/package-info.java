/**
 * Lays what a person has chosen over what the directory says, and remembers the latter for when the directory is down.
 */
package org.careunit.staff.internal;
