/** Reads values from records and converts them to the forms that platforms require. Independent of any platform. */
package io.martech.connect.sink.record;
