"""JATS XML, of any publisher and any year of the tag set."""
