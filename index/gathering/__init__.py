"""Where bytes come from: files and folders, with what people wrote down beside them."""
