package org.startupatlas.explore.view;

/** A value that can be chosen in a form. */
public record Option(String code, String label, boolean isChosen) {}
