plain: object
