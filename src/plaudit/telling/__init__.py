"""Readers who asked to be told of corrections, and the letters that tell them."""
