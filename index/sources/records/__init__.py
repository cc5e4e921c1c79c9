"""Files that hold many articles: exports of databases, as JSON, as tables and as PubMed's XML."""
