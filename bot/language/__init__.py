"""What the bot says, in six languages: gettext catalogues that a translator can edit, and one verb."""
