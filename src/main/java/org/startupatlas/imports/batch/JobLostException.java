package org.startupatlas.imports.batch;

/** The job is no longer this node's: it was stopped, or this node was taken for dead. Nothing more may be written. */
public final class JobLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
