/** Telephone numbers: read as they are written in Sweden, kept in E.164. */
package org.careunit.settings.internal.telephone;
