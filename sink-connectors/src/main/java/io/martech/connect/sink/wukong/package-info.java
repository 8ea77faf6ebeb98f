/** Writes into Wukong: the import of leads of wukong.md, 2.3. */
package io.martech.connect.sink.wukong;
