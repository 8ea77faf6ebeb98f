package io.martech.connect.sink.m1world;

/** What a record writes. */
sealed interface ContactWrite permits Contact, ContactDeletion {}
