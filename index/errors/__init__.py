"""Every failure the index names, and on which side the fault lies.

FootnoteError
├─ SourceError                 one source is at fault: skip it, count it, go on
│  ├─ UnknownFormatError       no reader knows these bytes
│  ├─ UnreadableSourceError    the bytes break their own format, or could not be read
│  ├─ OversizedSourceError     larger or deeper than a reader accepts
│  └─ NoArticleError           read well, and there is no article text in it
├─ JudgedQuestionsError        a file of judged questions is at fault: stop
├─ RegisterError               a file of retractions and corrections is at fault: stop
├─ FilterError                 a search is asked for a date that is none: stop
├─ UnknownArticleError         no article of the library is named so
├─ MissingPackageError         a command needs a package that is not installed: stop
└─ LibraryError                the library or this machine is at fault: stop
   ├─ NoGenerationError        nothing was ever published here
   ├─ DamagedGenerationError   a file disagrees with the manifest
   ├─ IncompatibleGenerationError  made by another version or with another model
   ├─ UnknownGenerationError   no generation of that name
   ├─ LibraryBusyError         another build is under way
   ├─ LibraryNotReadableError  the folder or a file in it may not be read
   ├─ LibraryNotWritableError  the folder cannot be written
   ├─ TooManyRemovalsError     a build would drop more of the library than allowed
   ├─ NothingPublishedError    a build had nothing to publish
   ├─ NoTemporaryFolderError   nothing temporary can be written here
   ├─ AdaptedWeightsError      the weights adapted to a library cannot be read
   └─ ModelError               the embedding model is missing or is not the pinned one
"""
