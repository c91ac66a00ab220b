/** Checks that the case types and units that a section refers to exist and are allowed. */
package org.careunit.settings.internal.references;
