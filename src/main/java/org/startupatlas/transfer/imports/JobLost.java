package org.startupatlas.transfer.imports;

/** The job is no longer this node's: it was stopped, or this node was taken for dead. Nothing more may be written. */
final class JobLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
