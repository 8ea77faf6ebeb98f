package io.martech.connect.sink.m1world;

/** What a record asks for. */
sealed interface ContactWrite permits Contact, ContactDeletion {}
