"""Further views of an answer already given: more of its articles' own words, or nothing."""
