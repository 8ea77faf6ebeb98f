/** Reads values out of records, and gives them the forms that platforms want. Names no platform. */
package io.martech.connect.sink.record;
