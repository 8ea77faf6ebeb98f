/** Writes into M1world: {@code POST /contact/add}, {@code /contact/edit} and {@code /contact/delete} of m1world.txt. */
package io.martech.connect.sink.m1world;
