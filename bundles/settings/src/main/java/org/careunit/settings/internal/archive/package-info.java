/** Archive runs: their schedule, their stages, and how they are reported. */
package org.careunit.settings.internal.archive;
