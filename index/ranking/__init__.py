"""In which order candidates stand: what is known of each, what that weighs, and who reads the first again."""
