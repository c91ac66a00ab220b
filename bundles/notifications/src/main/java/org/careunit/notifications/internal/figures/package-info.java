/** A unit's figures by month and case type, and their storing before cases are removed. */
package org.careunit.notifications.internal.figures;
