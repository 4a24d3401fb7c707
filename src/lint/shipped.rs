//! The lints compiled into the program, and the automaton of all their phrases.
