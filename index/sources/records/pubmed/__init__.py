"""PubMed's XML, as its site, its programs and its yearly files give it."""
