"""What would it be worth to know a number, or to make a study, before a claim is called true or false?"""
