"""In which world does a regime fail that is otherwise as likely as can be, and what change would mend it there?"""
