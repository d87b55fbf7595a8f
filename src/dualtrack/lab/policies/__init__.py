"""What does a policy set, lever by lever and year by year, and which way does it go from today's rules?"""
